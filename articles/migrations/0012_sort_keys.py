"""People and authors stand where their family name belongs: particles written small go behind."""

from django.db import migrations, models

from articles.text.family import filed_as
from articles.text.sortkeys import sort_key

BATCH = 1_000


def file_anew(apps, schema_editor):
    """In batches by id; only what moves is written, so that nobody's matcher of names is made anew for nothing."""
    for model in ("Person", "Author"):
        rows = apps.get_model("articles", model).objects.using(schema_editor.connection.alias)
        last = 0
        while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
            last = batch[-1].pk
            rows.bulk_update([row for row in batch if _moves(row)], ["sort_key"])


def _moves(row):
    before = row.sort_key
    row.sort_key = sort_key(filed_as(row.name, getattr(row, "family_name", "")))
    return row.sort_key != before


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_working_draft")]
    operations = [
        migrations.AlterField(
            model_name="person",
            name="family_name",
            field=models.CharField(
                blank=True,
                help_text="Zum Einordnen im Alphabet; leer: nach dem Namen, Ursula von der Leyen unter L.",
                max_length=100,
                verbose_name="Familienname",
            ),
        ),
        migrations.RunPython(file_anew, migrations.RunPython.noop),
    ]
