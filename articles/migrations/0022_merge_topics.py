"""Topics can be merged as tags, desks and people can; whoever is a chief by role may do it."""

from importlib import import_module

from django.db import migrations, models


def let_chiefs(apps, schema_editor):
    roles = import_module("articles.migrations.0020_role_groups")
    roles._make_permissions(apps, schema_editor)
    of = roles._rows(apps, schema_editor)
    permission = of("auth.Permission").get(content_type__app_label="articles", codename="merge_topic")
    for role in of("articles.Role").filter(code="chief"):
        role.group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_second_factor")]
    operations = [
        migrations.AlterModelOptions(
            name="topic",
            options={
                "ordering": ["sort_key", "id"],
                "permissions": [("merge_topic", "Kann Themen zusammenführen")],
                "verbose_name": "Thema",
                "verbose_name_plural": "Themen",
            },
        ),
        migrations.AlterField(
            model_name="mergerecord",
            name="kind",
            field=models.CharField(
                choices=[("person", "Person"), ("tag", "Schlagwort"), ("desk", "Ressort"), ("topic", "Thema")],
                default="person",
                max_length=10,
                verbose_name="Art",
            ),
        ),
        migrations.RunPython(let_chiefs, migrations.RunPython.noop),
    ]
