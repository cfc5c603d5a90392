"""The tables, one family a module."""

from articles.models.address import FormerAddress, FormerSlug
from articles.models.announcement import Announcement
from articles.models.article import Article, Section
from articles.models.author import Author, Byline
from articles.models.chronology import TopicEntry
from articles.models.desk import Desk
from articles.models.draft import Presence, WorkingDraft
from articles.models.editor import Editor, Role
from articles.models.fruitless import FruitlessSearch
from articles.models.imports import ImportRun
from articles.models.log import LogLine
from articles.models.mention import LinkedText, Mention
from articles.models.merging import DifferentPeople, DifferentTags, MergeRecord, MovedArticle
from articles.models.outbox import OutboxEntry
from articles.models.person import NameChange, Person, PersonName, PersonRole, RejectedName
from articles.models.portrait import Portrait
from articles.models.synonym import SearchSynonym, SynonymName
from articles.models.tag import Filing, Tag, TagName, resolve_tag
from articles.models.topic import Pin, Topic
from articles.models.version import Version
from articles.models.words import PersonWord, TagWord

__all__ = [
    "Announcement",
    "Article",
    "Author",
    "Byline",
    "Desk",
    "DifferentPeople",
    "DifferentTags",
    "Editor",
    "Filing",
    "FormerAddress",
    "FormerSlug",
    "FruitlessSearch",
    "ImportRun",
    "LinkedText",
    "LogLine",
    "Mention",
    "MergeRecord",
    "MovedArticle",
    "NameChange",
    "OutboxEntry",
    "Person",
    "PersonName",
    "PersonRole",
    "PersonWord",
    "Pin",
    "Portrait",
    "Presence",
    "RejectedName",
    "Role",
    "SearchSynonym",
    "Section",
    "SynonymName",
    "Tag",
    "TagName",
    "TagWord",
    "Topic",
    "TopicEntry",
    "Version",
    "WorkingDraft",
    "resolve_tag",
]
