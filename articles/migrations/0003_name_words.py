"""The words of people's and tags' names, kept by the database itself, so that bulk writes and raw SQL count too.

SQLite drops a table's triggers when a later migration rebuilds the table: such a migration runs `install` again
(tests/models/test_words.py says which trigger is missing).
"""

import articles.models.fields
import django.db.models.deletion
from django.db import migrations, models


# Each table of names, with the column that says whose name it is and the table of its words.
NAMES = {
    "articles_personname": ("person_id", "articles_personword"),
    "articles_tagname": ("tag_id", "articles_tagword"),
}
EVENTS = ("insert", "update", "delete")
BETWEEN_WORDS = "/.,"
BEFORE_A_WORD = '("„«['
PLAIN_VOWELS = {"ae": "a", "oe": "o", "ue": "u"}


def install(apps, schema_editor):
    remove(apps, schema_editor)
    make = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    for table, (bearer, words) in NAMES.items():
        for statement in make(table, bearer, words):
            schema_editor.execute(statement)
        schema_editor.execute(f"UPDATE {table} SET folded = folded")


def remove(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for table in NAMES:
        for event in EVENTS:
            on = "" if sqlite else f" ON {table}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_words_{event}{on}")
        if not sqlite:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {table}_words()")


def _spellings():
    """SQL for the folded name as it is, and once more with plain vowels, all words parted by blanks."""
    folded = "NEW.folded"
    for char in BETWEEN_WORDS:
        folded = f"replace({folded}, '{char}', ' ')"
    plain = folded
    for spelled, vowel in PLAIN_VOWELS.items():
        plain = f"replace({plain}, '{spelled}', '{vowel}')"
    return f"{folded} || ' ' || {plain}"


def _filling(bearer, words, each):
    """`each` is SQL for a table of one column `word`."""
    bare = f"ltrim(word, '{BEFORE_A_WORD}')"
    return (
        f"INSERT INTO {words} (word, name_id, bearer_id) "
        f"SELECT DISTINCT {bare}, NEW.id, NEW.{bearer} FROM {each} WHERE {bare} <> ''"
    )


def _sqlite(table, bearer, words):
    """SQLite has no function that splits, but reads JSON lists: a quoted text becomes one at its blanks."""
    quoted = f"replace(json_quote({_spellings()}), ' ', '\",\"')"
    fill = _filling(bearer, words, f"(SELECT value AS word FROM json_each('[' || {quoted} || ']')) AS parts")
    clear = f"DELETE FROM {words} WHERE name_id = OLD.id"
    for event, does in {"insert": [fill], "update": [clear, fill], "delete": [clear]}.items():
        yield (
            f"CREATE TRIGGER {table}_words_{event} AFTER {event.upper()} ON {table} FOR EACH ROW "
            f"BEGIN {'; '.join(does)}; END"
        )


def _postgresql(table, bearer, words):
    fill = _filling(bearer, words, f"unnest(string_to_array({_spellings()}, ' ')) AS parts(word)")
    yield (
        f"CREATE FUNCTION {table}_words() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP <> 'INSERT' THEN DELETE FROM {words} WHERE name_id = OLD.id; END IF; "
        f"IF TG_OP <> 'DELETE' THEN {fill}; END IF; RETURN NULL; END $$"
    )
    for event in EVENTS:
        yield (
            f"CREATE TRIGGER {table}_words_{event} AFTER {event.upper()} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_words()"
        )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_outbox_triggers'),
    ]

    operations = [
        migrations.CreateModel(
            name='PersonWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', articles.models.fields.BytewiseField(max_length=200)),
                ('bearer', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.person')),
                ('name', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='words', to='articles.personname')),
            ],
            options={
                'indexes': [models.Index(fields=['word', 'bearer', 'name'], name='person_word')],
            },
        ),
        migrations.CreateModel(
            name='TagWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', articles.models.fields.BytewiseField(max_length=200)),
                ('bearer', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.tag')),
                ('name', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='words', to='articles.tagname')),
            ],
            options={
                'indexes': [models.Index(fields=['word', 'bearer', 'name'], name='tag_word')],
            },
        ),
        migrations.RunPython(install, remove),
    ]
