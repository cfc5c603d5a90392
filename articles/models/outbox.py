"""What the index has yet to learn. Rows are written by database triggers (migration 0002), never by Python."""

from django.db import models
from django.db.models.functions import Now


class OutboxEntry(models.Model):
    """One change to one article; the article may be gone already, hence no foreign key."""

    article_id = models.BigIntegerField()
    noted_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.article_id)
