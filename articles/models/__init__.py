"""The tables, one family a module."""

from articles.models.address import FormerAddress, FormerSlug
from articles.models.article import Article, Section
from articles.models.author import Author, Byline
from articles.models.chronology import TopicEntry
from articles.models.desk import Desk
from articles.models.draft import Presence, WorkingDraft
from articles.models.editor import Editor
from articles.models.fruitless import FruitlessSearch
from articles.models.log import LogLine
from articles.models.mention import LinkedText, Mention
from articles.models.merging import DifferentPeople, MergeRecord
from articles.models.outbox import OutboxEntry
from articles.models.person import NameChange, Person, PersonName, PersonRole, RejectedName
from articles.models.synonym import SearchSynonym, SynonymName
from articles.models.tag import Filing, Tag, TagName, resolve_tag
from articles.models.topic import Pin, Topic
from articles.models.version import Version
from articles.models.words import PersonWord, TagWord

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Desk",
    "DifferentPeople",
    "Editor",
    "Filing",
    "FormerAddress",
    "FormerSlug",
    "FruitlessSearch",
    "LinkedText",
    "LogLine",
    "Mention",
    "MergeRecord",
    "NameChange",
    "OutboxEntry",
    "Person",
    "PersonName",
    "PersonRole",
    "PersonWord",
    "Pin",
    "Presence",
    "RejectedName",
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
