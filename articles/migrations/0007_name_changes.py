"""The database notes that names have changed, bulk updates and raw SQL included, so that every process knows when the
matcher it keeps is out of date.

SQLite keeps one row (writers queue anyway); PostgreSQL adds one a statement, so that writers never wait for one another:
link_people clears away the old ones. The tables rebuilt by 0006 get their outbox triggers again.
"""

from importlib import import_module

from django.db import migrations

WATCHED = ("articles_person", "articles_personname", "articles_personrole", "articles_rejectedname")
EVENTS = ("insert", "update", "delete")

outbox = import_module("articles.migrations.0002_outbox_triggers")


def install(apps, schema_editor):
    remove(apps, schema_editor)
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in _sqlite() if sqlite else _postgresql():
        schema_editor.execute(statement)
    outbox.install(apps, schema_editor)


def remove(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for table in WATCHED:
        for event in EVENTS:
            on = "" if sqlite else f" ON {table}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_names_{event}{on}")
    if not sqlite:
        schema_editor.execute("DROP FUNCTION IF EXISTS articles_names_changed()")


def mark_automatic(apps, schema_editor):
    """What was confirmed by nobody so far was linked by the archive. Nothing of it is indexed: no outbox meanwhile."""
    outbox.remove(apps, schema_editor)
    using = schema_editor.connection.alias
    mentions = apps.get_model("articles", "Mention").objects.using(using)
    mentions.filter(status="confirmed", decided_by=None).update(is_automatic=True)
    apps.get_model("articles", "NameChange").objects.using(using).create(token="first")


def _sqlite():
    for table in WATCHED:
        for event in EVENTS:
            yield (
                f"CREATE TRIGGER {table}_names_{event} AFTER {event.upper()} ON {table} FOR EACH ROW BEGIN "
                "DELETE FROM articles_namechange; "
                "INSERT INTO articles_namechange (token) VALUES (lower(hex(randomblob(16)))); END"
            )


def _postgresql():
    yield (
        "CREATE FUNCTION articles_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "INSERT INTO articles_namechange (token) VALUES (gen_random_uuid()::text); RETURN NULL; END $$"
    )
    for table in WATCHED:
        for event in EVENTS:
            yield (
                f"CREATE TRIGGER {table}_names_{event} AFTER {event.upper()} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION articles_names_changed()"
            )


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_people_engine")]
    operations = [
        migrations.RunPython(mark_automatic, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
