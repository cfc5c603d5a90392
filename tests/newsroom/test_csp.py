"""The two content security policies, word for word: a change here is a decision, not an accident."""

import re

import pytest

from tests.builders import build_editor

pytestmark = pytest.mark.django_db

PUBLIC = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
}
ADMIN = (PUBLIC - {"script-src 'self'", "style-src 'self'", "img-src 'self'"}) | {
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-src 'self'",
}


def policy(response):
    """The directives without the nonce, which is another each time and there only where the page uses it."""
    return set(re.sub(r" 'nonce-[\w-]+'", "", response["Content-Security-Policy"]).split("; "))


@pytest.mark.parametrize("path", ["/", "/en/", "/administration/", "/search/?q=x"])
def test_the_public_site_allows_itself_and_nothing_else(client, path):
    assert policy(client.get(path)) == PUBLIC


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/en/admin/login/"])
def test_the_admin_has_its_own_policy(client, path):
    assert policy(client.get(path)) == ADMIN


def test_every_inline_script_of_the_article_form_has_the_nonce(client):
    client.force_login(build_editor())
    response = client.get("/admin/articles/article/add/")
    nonce = re.search(r"'nonce-([\w-]+)'", response["Content-Security-Policy"])[1]
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", response.content.decode())
    runs = [attributes for attributes in inline if "application/json" not in attributes]
    assert runs
    assert all(f'nonce="{nonce}"' in attributes for attributes in runs)


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/add/", "/admin/articles/article/"])
def test_no_page_of_the_admin_has_an_inline_handler(client, path):
    client.force_login(build_editor())
    assert not re.search(r"<[^>]+\son[a-z]+=", client.get(path).content.decode())
