"""By what people search besides the main names: the last word of a name, and what editors call the same."""

import articles.models.fields
import django.db.models.deletion
from django.db import migrations, models

from articles.text.sortkeys import fold


def fill(apps, schema_editor):
    """The last word of the names that are already there."""
    names = apps.get_model("articles", "PersonName").objects.using(schema_editor.connection.alias)
    for pk, name in list(names.values_list("pk", "name")):
        names.filter(pk=pk).update(folded_last=fold((name.split() or [""])[-1])[:200])


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_outbox_triggers'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchSynonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Wort oder Wortfolge')),
                ('is_one_way', models.BooleanField(default=False, help_text='Wer das Wort sucht, findet auch die anderen. Wer eines der anderen sucht, findet nur dieses.', verbose_name='nur in eine Richtung')),
            ],
            options={
                'verbose_name': 'Suchsynonym',
                'verbose_name_plural': 'Suchsynonyme',
                'ordering': ['name', 'id'],
            },
        ),
        migrations.AddField(
            model_name='personname',
            name='folded_last',
            field=articles.models.fields.FoldedField(db_index=True, default='', editable=False, max_length=200, source='last_word'),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.CreateModel(
            name='SynonymName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Wort oder Wortfolge')),
                ('folded', articles.models.fields.FoldedField(db_index=True, editable=False, max_length=200, source='name')),
                ('is_main', models.BooleanField(default=False, editable=False)),
                ('synonym', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='articles.searchsynonym', verbose_name='Suchsynonym')),
            ],
            options={
                'verbose_name': 'gleiches Wort',
                'verbose_name_plural': 'gleiche Wörter',
                'constraints': [models.UniqueConstraint(fields=('synonym', 'folded'), name='synonym_name_unique'), models.CheckConstraint(condition=models.Q(('folded', ''), _negated=True), name='synonym_name_not_empty')],
            },
        ),
    ]
