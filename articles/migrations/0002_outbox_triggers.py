"""The outbox is written by the database itself, so that bulk updates and raw SQL count too.

SQLite drops a table's triggers when a later migration rebuilds the table: such a migration runs `install` again
(tests/models/test_outbox.py says which trigger is missing).
"""

from django.db import migrations

# Every table the index reads, with the column that names the article.
WATCHED = {
    "articles_article": "id",
    "articles_section": "article_id",
    "articles_byline": "article_id",
    "articles_filing": "content_object_id",
    "articles_mention": "article_id",
}
EVENTS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}


def install(apps, schema_editor):
    remove(apps, schema_editor)
    make = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    for table, column in WATCHED.items():
        for statement in make(table, column):
            schema_editor.execute(statement)


def remove(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for table in WATCHED:
        for event in EVENTS:
            on = "" if sqlite else f" ON {table}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_outbox_{event}{on}")
        if not sqlite:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {table}_outbox()")


def _sqlite(table, column):
    for event, rows in EVENTS.items():
        values = " UNION ".join(f"SELECT {row}.{column}" for row in rows)
        yield (
            f"CREATE TRIGGER {table}_outbox_{event} AFTER {event.upper()} ON {table} FOR EACH ROW "
            f"BEGIN INSERT INTO articles_outboxentry (article_id) {values}; END"
        )


def _postgresql(table, column):
    """Statement triggers with transition tables: one insert a statement, however many rows it touched."""
    changed = {
        "insert": f"SELECT {column} FROM new_rows",
        "update": f"SELECT {column} FROM old_rows UNION SELECT {column} FROM new_rows",
        "delete": f"SELECT {column} FROM old_rows",
    }
    branches = " ".join(
        f"IF TG_OP = '{event.upper()}' THEN INSERT INTO articles_outboxentry (article_id) "
        f"SELECT DISTINCT * FROM ({query}) AS changed; END IF;"
        for event, query in changed.items()
    )
    yield (
        f"CREATE FUNCTION {table}_outbox() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {branches} RETURN NULL; END $$"
    )
    tables = {"insert": "NEW TABLE AS new_rows", "update": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
              "delete": "OLD TABLE AS old_rows"}
    for event in EVENTS:
        yield (
            f"CREATE TRIGGER {table}_outbox_{event} AFTER {event.upper()} ON {table} "
            f"REFERENCING {tables[event]} FOR EACH STATEMENT EXECUTE FUNCTION {table}_outbox()"
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
