"""The preview in two widths, and the link to give away."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import LogLine
from tests.builders import build_article, build_draft, build_editor

pytestmark = pytest.mark.django_db


def page(article):
    return reverse("admin:articles_article_preview", args=[article.pk])


def shared(client, article, lifetime="day"):
    return client.post(page(article), {"lifetime": lifetime}).context["link"]


def test_both_widths_stand_beside_each_other(client, chief):
    article = build_draft()
    html = client.get(page(article)).content.decode()
    assert html.count(f'<iframe src="/preview/{article.pk}/"') == 2


def test_only_our_own_pages_may_frame_the_preview(client, chief):
    shown = client.get(reverse("preview", args=[build_draft().pk]))
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    other = client.get("/")
    assert (other["X-Frame-Options"], "frame-ancestors 'none'" in other["Content-Security-Policy"]) == ("DENY", True)


def test_whoever_has_the_link_reads_the_saved_text(client, chief):
    article = build_draft("Geheimplan")
    shown = Client().get(shared(client, article))
    assert "Geheimplan" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "noindex" in shown["X-Robots-Tag"]
    assert LogLine.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "WzFd:1:x"])
def test_a_wrong_link_shows_nothing_not_even_to_an_editor(client, chief, token):
    path = f"{reverse('preview', args=[build_draft().pk])}?token={token}"
    assert [who.get(path).status_code for who in (client, Client())] == [404, 404]


def test_a_link_to_a_dropped_draft_leads_nowhere(client, chief):
    article = build_draft()
    link = shared(client, article)
    client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert Client().get(link).status_code == 404


def test_how_long_is_one_of_two_answers(client, chief):
    assert shared(client, build_draft(), "for-ever") == ""
    assert not LogLine.objects.exists()


def test_who_may_not_change_may_not_share(client):
    client.force_login(build_editor("gast", superuser=False))
    assert client.post(page(build_article()), {"lifetime": "day"}).status_code == 403
