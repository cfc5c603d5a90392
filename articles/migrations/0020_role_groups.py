"""The roles of the house as groups: reporter, editor, chief, archivist. Run again it gives back what a role should be
able to do and takes nothing away; a group keeps the name the house gave it."""

from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.models import OuterRef, Subquery

NAMES = {
    "reporter": "Reporterinnen und Reporter",
    "editor": "Redakteurinnen und Redakteure",
    "chief": "Chefredaktion",
    "archivist": "Archiv",
}
READING = (
    "view_article view_section view_byline view_mention view_desk view_tag view_tagname view_topic view_pin view_person "
    "view_personname view_personrole view_author view_topicentry"
)
WRITING = (
    "add_article change_article delete_article add_section change_section delete_section add_byline change_byline "
    "delete_byline"
)
LOOKING_BACK = "view_logline view_version view_searchsynonym view_synonymname view_fruitlesssearch view_editor view_importrun"
PEOPLE = "add_person change_person add_personname change_personname delete_personname add_personrole change_personrole "\
    "delete_personrole"
CREDITS = "add_author change_author"
TOPICS = (
    "add_topic change_topic add_pin change_pin delete_pin add_topicentry change_topicentry delete_topicentry"
)
FILING = "add_tag change_tag add_tagname change_tagname delete_tagname add_desk change_desk"
SYNONYMS = (
    "add_searchsynonym change_searchsynonym delete_searchsynonym add_synonymname change_synonymname delete_synonymname"
)
PERMISSIONS = {
    "reporter": f"{READING} {WRITING}",
    "editor": (
        f"{READING} {WRITING} {LOOKING_BACK} {PEOPLE} {CREDITS} {TOPICS} "
        "desk_article return_article publish_article withdraw_article change_mention"
    ),
    "archivist": (
        f"{READING} {WRITING} {LOOKING_BACK} {PEOPLE} {CREDITS} {FILING} {SYNONYMS} "
        "imported_article change_mention settle_mention redact_version"
    ),
    "chief": "",  # all there are
}


def make_roles(apps, schema_editor):
    of = _rows(apps, schema_editor)
    groups, roles = of("auth.Group"), of("articles.Role")
    _make_permissions(apps, schema_editor)
    if not roles.exists():
        _keep_reach(of)
    known = of("auth.Permission").filter(content_type__app_label="articles")
    for code, name in NAMES.items():
        role = roles.filter(code=code).first()
        if not role:
            role = roles.create(code=code, group=groups.create(name=_free(groups, name)))
        wanted = PERMISSIONS[code].split()
        role.group.permissions.add(*(known.filter(codename__in=wanted) if wanted else known))


def _rows(apps, schema_editor):
    """Of the database that is migrated, which need not be the house's own: generated archives are migrated too."""
    return lambda model: apps.get_model(model).objects.using(schema_editor.connection.alias)


def _make_permissions(apps, schema_editor):
    """A new database gets them only after its last migration."""
    config = apps.get_app_config("articles")
    known = getattr(config, "models_module", None)  # Django asks it whether there are models
    config.models_module = known or True
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    config.models_module = known


def _keep_reach(of):
    """Until now whoever had a right had it on every article, and so it stays."""
    rights = of("auth.Permission").filter(content_type__app_label="articles")
    article_rights = rights.filter(codename__in=("view_article", "change_article"))
    any_article = rights.get(codename="any_article")
    for group in of("auth.Group").filter(permissions__in=article_rights).distinct():
        group.permissions.add(any_article)
    for editor in of("articles.Editor").filter(user_permissions__in=article_rights).distinct():
        editor.user_permissions.add(any_article)


def _free(groups, name):
    """A group that the house made by hand is not made a role."""
    number, free = 1, name
    while groups.filter(name=free).exists():
        number += 1
        free = f"{name} ({number})"
    return free


def drop_roles(apps, schema_editor):
    """A group that somebody is in stays, as one made by hand."""
    of = _rows(apps, schema_editor)
    groups = list(of("articles.Role").values_list("group_id", flat=True))
    of("articles.Role").delete()
    members = of("articles.Editor").filter(groups__isnull=False).values("groups")
    of("auth.Group").filter(pk__in=groups).exclude(pk__in=members).delete()


def note_creators(apps, schema_editor):
    """Who made an article, as the log says it."""
    of = _rows(apps, schema_editor)
    lines = of("articles.LogLine").filter(verb="created", editor__isnull=False, article__isnull=False)
    made = lines.filter(article=OuterRef("pk")).order_by("id").values("editor")[:1]
    of("articles.Article").filter(pk__in=lines.values("article"), created_by=None).update(created_by=Subquery(made))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(make_roles, drop_roles),
        migrations.RunPython(note_creators, migrations.RunPython.noop),
    ]
