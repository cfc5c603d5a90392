"""Every public address, grouped by prefix. Published addresses are kept for ever: redirect, never drop one."""

from django.urls import path, re_path

from articles.views import (
    archive,
    article,
    browse,
    citing,
    corrections,
    exports,
    feeds,
    home,
    opensearch,
    pairs,
    people,
    portraits,
    preview,
    search,
    service,
    share,
    sitemaps,
    suggest,
    versions,
)

YEAR = r"(?P<year>[0-9]{4})"
MONTH = YEAR + r"/(?P<month>[0-9]{2})"
DAY = MONTH + r"/(?P<day>[0-9]{2})"
SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"
PAIR = rf"{SLUG}/with/(?P<other>[-a-zA-Z0-9_]+)"
ARTICLE = rf"{DAY}/{SLUG}"
NUMBER = r"[0-9]{1,9}"
VERSION = rf"{ARTICLE}/versions/(?P<number>{NUMBER})"
SITEMAP = r"news|pages|(?:[0-9]{4}-[0-9]{2}|desks|topics|tags|people|authors)(?:-(?:[2-9]|[1-9][0-9]{1,3}))?"
FEED = r"feed\.(?P<form>atom|json)"

without_language = [
    path("healthz", service.healthz, name="healthz"),
    path("readyz", service.readyz, name="readyz"),
    path("robots.txt", service.robots, name="robots"),
    path("humans.txt", service.humans, name="humans"),
    path("favicon.ico", service.favicon, name="favicon"),
    path("share.png", share.paper_picture, name="paper_picture"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("search/suggestions.json", opensearch.suggestions, name="opensearch_suggestions"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(rf"^sitemap-(?P<part>{SITEMAP})\.xml$", sitemaps.part, name="sitemap_part"),
    # what lies below a list: the same as a subscription
    re_path(rf"^{FEED}$", feeds.home, name="home_feed"),
    path("search/feed.atom", feeds.search, {"form": "atom"}, name="search_feed_atom"),
    path("search/feed.json", feeds.search, {"form": "json"}, name="search_feed_json"),
    path("search/export.csv", exports.export, {"form": "csv"}, name="search_export_csv"),
    path("search/export.jsonl", exports.export, {"form": "jsonl"}, name="search_export_jsonl"),
    re_path(rf"^desks/{SLUG}/{FEED}$", feeds.desk, name="desk_feed"),
    re_path(rf"^tags/{SLUG}/{FEED}$", feeds.tag, name="tag_feed"),
    re_path(rf"^topics/{SLUG}/{FEED}$", feeds.topic, name="topic_feed"),
    re_path(rf"^people/{SLUG}/{FEED}$", feeds.person, name="person_feed"),
    re_path(r"^portraits/(?P<digest>[0-9a-f]{32})-(?P<size>small|large)\.webp$", portraits.portrait, name="portrait"),
    re_path(rf"^people/{PAIR}/{FEED}$", feeds.pair, name="person_pair_feed"),
    re_path(rf"^authors/{SLUG}/{FEED}$", feeds.author, name="author_feed"),
    re_path(rf"^archive/{YEAR}/{FEED}$", feeds.days, name="archive_year_feed"),
    re_path(rf"^archive/{MONTH}/{FEED}$", feeds.days, name="archive_month_feed"),
    re_path(rf"^archive/{DAY}/{FEED}$", feeds.days, name="archive_day_feed"),
    re_path(rf"^corrections/{FEED}$", corrections.feed, name="corrections_feed"),
    re_path(rf"^{ARTICLE}/cite\.(?P<form>bib|ris|json)$", citing.cite, name="cite"),
    re_path(rf"^{ARTICLE}/versions/timemap$", versions.timemap, name="timemap"),
    re_path(rf"^{ARTICLE}/share\.png$", share.share_picture, name="share_picture"),
]
"""For machines; newsroom/urls.py sets these outside the languages."""

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest", suggest.suggestions, name="suggest"),
    path("a/<int:article_id>/", article.short_link, name="short_link"),
    path("preview/<int:article_id>/", preview.preview, name="preview"),
    # browsing
    path("desks/<slug:slug>/", browse.desk, name="desk"),
    path("tags/", browse.tags, name="tags"),
    path("tags/<slug:slug>/", browse.tag, name="tag"),
    path("topics/", browse.topics, name="topics"),
    path("topics/<slug:slug>/", browse.topic, name="topic"),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", people.person, name="person"),
    path("people/<slug:slug>/with/<slug:other>/", pairs.pair, name="person_pair"),
    path("authors/", people.authors, name="authors"),
    path("authors/<slug:slug>/", people.author, name="author"),
    # by date
    path("archive/", archive.archive, name="archive"),
    re_path(rf"^archive/{YEAR}/$", archive.year, name="archive_year"),
    re_path(rf"^archive/{MONTH}/$", archive.month, name="archive_month"),
    re_path(rf"^archive/{DAY}/$", archive.day, name="archive_day"),
    re_path(r"^(?P<dates>[0-9]{4}(?:/[0-9]{2}){0,2})/$", archive.short_date, name="short_date"),
    path("corrections/", corrections.corrections, name="corrections"),
    # the article and all that lies below it
    re_path(rf"^{ARTICLE}/$", article.article, name="article"),
    re_path(rf"^{ARTICLE}/versions/$", versions.versions, name="versions"),
    re_path(rf"^{VERSION}/$", versions.version, name="version"),
    re_path(rf"^{VERSION}/diff/$", versions.against, name="version_against"),
    re_path(rf"^{VERSION}/diff/(?P<other>{NUMBER})/$", versions.diff, name="version_diff"),
    re_path(rf"^{ARTICLE}/(?P<rest>.+)$", article.below, name="article_below"),
]
