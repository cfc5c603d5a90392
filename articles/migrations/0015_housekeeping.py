"""Merging of tags and desks beside people: one record of all merges, by kind and id; the keys by which tags meet."""

import articles.models.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def copy_ids(apps, schema_editor):
    records = apps.get_model("articles", "MergeRecord").objects.using(schema_editor.connection.alias)
    records.update(kept_key=models.F("kept_id"))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_topic_chronology'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='desk',
            options={'ordering': ['position', 'sort_key', 'id'], 'permissions': [('merge_desk', 'Kann Ressorts zusammenführen')], 'verbose_name': 'Ressort', 'verbose_name_plural': 'Ressorts'},
        ),
        migrations.AlterModelOptions(
            name='tag',
            options={'ordering': ['sort_key', 'id'], 'permissions': [('merge_tag', 'Kann Schlagwörter zusammenführen und teilen')], 'verbose_name': 'Schlagwort', 'verbose_name_plural': 'Schlagwörter'},
        ),
        migrations.AddField(
            model_name='mergerecord',
            name='kept_key',
            field=models.BigIntegerField(db_index=True, null=True),
        ),
        migrations.RunPython(copy_ids, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='mergerecord',
            name='kept',
        ),
        migrations.RenameField(
            model_name='mergerecord',
            old_name='kept_key',
            new_name='kept_id',
        ),
        migrations.AddField(
            model_name='mergerecord',
            name='kind',
            field=models.CharField(choices=[('person', 'Person'), ('tag', 'Schlagwort'), ('desk', 'Ressort')], default='person', max_length=10, verbose_name='Art'),
        ),
        migrations.AddField(
            model_name='tagname',
            name='form',
            field=articles.models.fields.FormField(db_index=True, default='', editable=False, max_length=200, source='name'),
        ),
        migrations.AddField(
            model_name='tagname',
            name='twin',
            field=articles.models.fields.TwinField(db_index=True, default='', editable=False, max_length=200, source='name'),
        ),
        migrations.AlterField(
            model_name='logline',
            name='verb',
            field=models.CharField(choices=[('created', 'angelegt'), ('changed', 'geändert'), ('imported', 'importiert'), ('published', 'veröffentlicht'), ('scheduled', 'eingeplant'), ('embargoed', 'mit Sperrfrist versehen'), ('withdrawn', 'zurückgezogen'), ('restored', 'wiederhergestellt'), ('corrected', 'berichtigt'), ('spiked', 'verworfen'), ('linked', 'Person verknüpft'), ('renamed', 'umbenannt'), ('merged', 'zusammengeführt'), ('unmerged', 'Zusammenführung zurückgenommen'), ('split', 'geteilt'), ('reverted', 'frühere Fassung übernommen'), ('named', 'Fassung benannt'), ('redacted', 'Fassung geschwärzt'), ('shared', 'Vorschau weitergegeben')], max_length=12, verbose_name='was'),
        ),
        migrations.CreateModel(
            name='DifferentTags',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said_at', models.DateTimeField()),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.tag')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.tag')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'verschiedene Schlagwörter',
                'verbose_name_plural': 'verschiedene Schlagwörter',
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='different_tags_unique'), models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='different_tags_in_order')],
            },
        ),
        migrations.CreateModel(
            name='MovedArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article_id', models.BigIntegerField()),
                ('is_alone', models.BooleanField(default=True)),
                ('record', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moved', to='articles.mergerecord')),
            ],
            options={
                'verbose_name': 'mitgegangener Artikel',
                'verbose_name_plural': 'mitgegangene Artikel',
                'constraints': [models.UniqueConstraint(fields=('record', 'article_id'), name='moved_article_once')],
            },
        ),
    ]
