"""What the easy-read form of a pledge holds, and whether it may be seen by everybody."""

from dataclasses import dataclass

from pledges.models import Drawing, EasyRead, Pledge, Promise
from pledges.symbols import SYMBOLS


@dataclass(frozen=True)
class EasyPromise:
    """A promise in easy words. `drawing` stands before `symbol`; `alternative` is the words for what is shown."""

    number: int
    words: str
    more: str
    symbol: str
    drawing: Drawing | None
    alternative: str


def easy_promises(pledge: Pledge) -> list[EasyPromise]:
    """The promises of `pledge` that have easy words, by number. One query."""
    promises = Promise.objects.filter(pledge=pledge).exclude(easy_words="").select_related("drawing")
    return [easy_promise(promise) for promise in promises.order_by("number")]


def easy_promise(promise: Promise) -> EasyPromise:
    """Of a promise read with its drawing."""
    drawing = getattr(promise, "drawing", None)
    alternative = drawing.alternative if drawing else SYMBOLS.get(promise.symbol, "")
    return EasyPromise(promise.number, promise.easy_words, promise.easy_more, promise.symbol, drawing, alternative)


def writers_and_gaps(easy_read: EasyRead) -> tuple[list[int | None], list[int]]:
    """Who wrote words or brought drawings (keys of people), and numbers of promises without words. One query."""
    rows = easy_read.pledge.promises.values_list("number", "easy_words", "drawing__brought_by_id")
    return [easy_read.written_by_id, *(row[2] for row in rows if row[2])], [row[0] for row in rows if not row[1]]


def is_shown(easy_read: EasyRead | None) -> bool:
    """Whether everybody may see it: published, and so is its pledge (read with it)."""
    return easy_read is not None and easy_read.published_at is not None and easy_read.pledge.is_public
