"""What can go wrong in words a user understands: one root, few children."""


class NewsroomError(Exception):
    """A mistake its reader can mend; the message says what, where and how."""


class NotAllowed(NewsroomError):
    """The editor may not do this to this article."""


class CannotDo(NewsroomError):
    """The article is not in a state in which this makes sense."""


class Unreadable(NewsroomError):
    """A file that cannot become an article.

    `line` counts from 1; 0 means the file as a whole.
    """

    def __init__(self, reason: str, line: int = 0):
        super().__init__(reason)
        self.reason = reason
        self.line = line


class IndexUnavailable(NewsroomError):
    """The search index is missing, unreadable or of another schema."""
