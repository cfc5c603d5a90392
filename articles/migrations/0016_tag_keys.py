"""Every name of a tag gets the keys by which it meets others. The tables rebuilt by 0013 get their triggers again."""

from importlib import import_module

from django.db import migrations

from articles.text.tagkeys import form, twin

words = import_module("articles.migrations.0004_name_words")
BATCH = 1_000


def fill(apps, schema_editor):
    names = apps.get_model("articles", "TagName").objects.using(schema_editor.connection.alias)
    last = 0
    while batch := list(names.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        for name in batch:
            name.form, name.twin = form(name.name), twin(name.name)
        names.bulk_update(batch, ["form", "twin"])


def install(apps, schema_editor):
    words.install(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_housekeeping")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
