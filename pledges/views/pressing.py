"""Buttons that show something to everybody: what was read, and nothing that somebody changed meanwhile."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from corpparent.versions import Stale

NO_VERSION = -1  # which no row ever has


def version_seen(request: HttpRequest) -> int:
    """The version of the page that the button stood on; NO_VERSION where it is missing or no number."""
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else NO_VERSION


def press(request: HttpRequest, deed: Callable[[], object], said: str) -> None:
    """Do `deed`, and say on the next page that it is done, or why it is not."""
    try:
        deed()
    except Stale:
        messages.error(request, "Somebody changed this while you read it. Read it again, then press the button again.")
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, said)
