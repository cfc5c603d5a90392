"""What finding people keeps: scores, reasons and evidence of mentions, rejected names, the texts that were searched."""

import articles.models.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


TO_MENTIONS = [
    migrations.AddField(
        model_name='mention',
        name='evidence',
        field=models.JSONField(blank=True, default=dict, verbose_name='Anzeichen'),
    ),
    migrations.AddField(
        model_name='mention',
        name='is_automatic',
        field=models.BooleanField(default=False, help_text='Bestätigt, ohne dass es in der Redaktion jemand ansah.', verbose_name='vom Archiv verknüpft'),
    ),
    migrations.AddField(
        model_name='mention',
        name='score',
        field=models.FloatField(default=1.0, verbose_name='Sicherheit'),
    ),
    migrations.AddField(
        model_name='mention',
        name='why',
        field=models.CharField(blank=True, choices=[('', 'von Hand'), ('full', 'voller Name'), ('initial', 'Initiale und Familienname'), ('office', 'Amt und Familienname'), ('family', 'Familienname nach dem vollen Namen'), ('only', 'einzige Person dieses Familiennamens'), ('chosen', 'passt von mehreren am besten'), ('homonym', 'mehrere Personen heißen so'), ('new-office', 'neuer Name mit Amt'), ('new-given', 'neuer Name mit bekanntem Vornamen')], max_length=12, verbose_name='Grund'),
    ),
    migrations.AddConstraint(
        model_name='mention',
        constraint=models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 1)), name='mention_score_is_share'),
    ),
    migrations.AddConstraint(
        model_name='mention',
        constraint=models.CheckConstraint(condition=models.Q(('is_automatic', False), models.Q(('decided_by__isnull', True), ('status', 'confirmed')), _connector='OR'), name='automatic_is_confirmed_by_nobody'),
    ),
]


COLUMNS = (
    """evidence text NOT NULL DEFAULT '{}' CHECK (JSON_VALID(evidence) OR evidence IS NULL)""",
    """is_automatic bool NOT NULL DEFAULT 0 CONSTRAINT automatic_is_confirmed_by_nobody
       CHECK (NOT is_automatic OR (decided_by_id IS NULL AND status = 'confirmed'))""",
    "score real NOT NULL DEFAULT 1.0 CONSTRAINT mention_score_is_share CHECK (score >= 0.0 AND score <= 1.0)",
    "why varchar(12) NOT NULL DEFAULT ''",
)


class AddToMentions(migrations.SeparateDatabaseAndState):
    """For each column and each constraint Django copies the table on SQLite, which takes minutes with millions of
    mentions: here SQLite adds them in its own way, at once."""

    def __init__(self):
        super().__init__(TO_MENTIONS, TO_MENTIONS)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "sqlite":
            for column in COLUMNS:
                schema_editor.execute(f"ALTER TABLE articles_mention ADD COLUMN {column}", params=None)
        else:
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def deconstruct(self):
        return self.__class__.__name__, [], {}


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_fruitless_searches'),
    ]

    operations = [
        AddToMentions(),
        migrations.CreateModel(
            name='LinkedText',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='linked_text', serialize=False, to='articles.article')),
                ('names', models.CharField(max_length=60)),
                ('texts', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'durchsuchter Text',
                'verbose_name_plural': 'durchsuchte Texte',
            },
        ),
        migrations.CreateModel(
            name='NameChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=36)),
            ],
            options={
                'verbose_name': 'Namensänderung',
                'verbose_name_plural': 'Namensänderungen',
            },
        ),
        migrations.CreateModel(
            name='RejectedName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='Name')),
                ('folded', articles.models.fields.FoldedField(editable=False, max_length=200, source='name', unique=True)),
                ('rejected_at', models.DateTimeField(verbose_name='abgelehnt am')),
            ],
            options={
                'verbose_name': 'abgelehnter Name',
                'verbose_name_plural': 'abgelehnte Namen',
            },
        ),
        migrations.AddField(
            model_name='person',
            name='born',
            field=models.DateField(blank=True, null=True, verbose_name='geboren'),
        ),
        migrations.AddField(
            model_name='person',
            name='died',
            field=models.DateField(blank=True, null=True, verbose_name='gestorben'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('born__isnull', True), ('died__isnull', True), ('died__gte', models.F('born')), _connector='OR'), name='death_after_birth', violation_error_message='Niemand stirbt vor der Geburt.'),
        ),
        migrations.AddField(
            model_name='rejectedname',
            name='rejected_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='abgelehnt von'),
        ),
        migrations.AddConstraint(
            model_name='rejectedname',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='rejected_name_not_empty'),
        ),
    ]
