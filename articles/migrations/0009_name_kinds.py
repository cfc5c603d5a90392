"""Every name gets its kind and its sound. The tables rebuilt by 0008 get their triggers again."""

from importlib import import_module

from django.db import migrations
from django.db.models import F

from articles.text.likeness import sound

TRIGGERS = tuple(
    import_module(f"articles.migrations.{name}") for name in ("0002_outbox_triggers", "0004_name_words", "0007_name_changes")
)
BATCH = 1_000


def fill(apps, schema_editor):
    names = apps.get_model("articles", "PersonName").objects.using(schema_editor.connection.alias)
    names.filter(person__name=F("name")).update(kind="main")
    last = 0
    while batch := list(names.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = batch[-1].pk
        for name in batch:
            name.sound = sound(name.name)[:200]
        names.bulk_update(batch, ["sound"])


def install(apps, schema_editor):
    for module in TRIGGERS:
        module.install(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_person_desk")]
    operations = [
        migrations.RunPython(install, migrations.RunPython.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
