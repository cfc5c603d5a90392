"""What every template may say about the paper itself."""

from django.conf import settings
from django.http import HttpRequest


def paper(request: HttpRequest) -> dict[str, str]:
    return {"paper_name": settings.PAPER_NAME}
