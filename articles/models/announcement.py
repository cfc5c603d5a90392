"""What the hub (WebSub) knows of the archive's feeds. Which feeds those are is websub/."""

from django.db import models


class Announcement(models.Model):
    """`until` is the moment up to which the hub was told of every change, `next_at` when somebody may tell it again:
    whoever does so moves it on first, and has the turn."""

    hub = models.URLField(max_length=500, unique=True)
    begun_at = models.DateTimeField()
    until = models.DateTimeField()
    next_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.hub
