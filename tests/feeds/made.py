"""A feed with one entry, every field filled, characters that must be escaped among them."""

from datetime import UTC, datetime, timedelta

from articles.feeds import Entry, Feed, Named

SITE = "https://z.example"
NOON = datetime(2024, 11, 5, 12, tzinfo=UTC)

ENTRY = Entry(
    id="tag:z.example,2026:article/1",
    url=f"{SITE}/2024/11/05/riss/",
    title="Riss <1 & 2>",
    summary="Kurz & gut",
    html="<p>Eins &amp; zwei.</p>",
    published=NOON,
    updated=NOON + timedelta(days=1),
    language="en",
    authors=(Named("Karl Voss", "karl-voss", f"{SITE}/authors/karl-voss/", f"{SITE}/authors/"),),
    categories=(Named("Energie", "energie", f"{SITE}/tags/energie/", f"{SITE}/tags/"),),
)
FEED = Feed(
    id="tag:z.example,2026:search?q=a%26b",
    title="Zeitung: A & B",
    paper="Zeitung",
    page_url=f"{SITE}/search/?q=a%26b&tag=x",
    own_url=f"{SITE}/search/feed.atom?q=a%26b&tag=x",
    language="de",
    entries=(ENTRY,),
    links={"first": f"{SITE}/search/feed.atom?q=a%26b", "next": f"{SITE}/search/feed.atom?q=a%26b&page=2"},
)
