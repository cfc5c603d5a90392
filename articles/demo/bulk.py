"""Writes very many rows at once, past models and triggers, on either database. For generated archives only: nothing it
writes reaches the outbox, so the index has to be rebuilt afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.demo.writer import COLUMNS, Batch
from articles.models import Article, Byline, Filing, Mention, Section

TABLES: dict[str, type[models.Model]] = {
    "article": Article,
    "section": Section,
    "byline": Byline,
    "filing": Filing,
    "mention": Mention,
}

# Triggers, and indexes that are not part of a table's own definition.
_SQLITE = """
SELECT type, name, sql FROM sqlite_master
WHERE type IN ('trigger', 'index') AND sql IS NOT NULL AND tbl_name IN ({names}) ORDER BY type, name
"""
_POSTGRESQL = """
SELECT 'index', indexname, indexdef FROM pg_indexes
WHERE schemaname = current_schema() AND tablename IN ({names})
AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY indexname
"""


@contextmanager
def unburdened(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without triggers and indexes, which are made again at the end. Only inside a transaction: whatever happens, a
    killed process too, the tables then are either as they were or complete."""
    assert connection.in_atomic_block
    sqlite = connection.vendor == "sqlite"
    tables = [model._meta.db_table for model in TABLES.values()]
    with connection.cursor() as cursor:
        cursor.execute((_SQLITE if sqlite else _POSTGRESQL).format(names=", ".join(["%s"] * len(tables))), tables)
        taken_off = cursor.fetchall()
        for kind, name, _ in taken_off:
            cursor.execute(f"DROP {kind} {connection.ops.quote_name(name)}")
        if not sqlite:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            _switch_triggers(cursor, tables, "DISABLE")
        yield
        for _, _, sql in taken_off:
            cursor.execute(sql)
        if not sqlite:
            _switch_triggers(cursor, tables, "ENABLE")


def write(connection: BaseDatabaseWrapper, batch: Batch) -> None:
    for name, model in TABLES.items():
        columns, filling = _columns(connection, model, COLUMNS[name])
        _write_rows(connection, model._meta.db_table, columns, [row + filling for row in getattr(batch, name)])


def _columns(
    connection: BaseDatabaseWrapper, model: type[models.Model], given: Sequence[str]
) -> tuple[list[str], tuple[Any, ...]]:
    """All columns of the table, and the models' defaults for those that a batch does not bring."""
    others = [field for field in model._meta.concrete_fields if field.column not in given and not _by_itself(field)]
    defaults = tuple(field.get_db_prep_save(field.get_default(), connection) for field in others)
    return [*given, *(field.column for field in others)], defaults


def _by_itself(field: models.Field) -> bool:
    return field.generated or isinstance(field, models.AutoField)


def _write_rows(connection: BaseDatabaseWrapper, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places})", rows)
        else:
            with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


def _switch_triggers(cursor: Any, tables: Sequence[str], how: str) -> None:
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} {how} TRIGGER USER")
