"""What everybody reads, worked out once for each state of the record and not once for each reader."""

import time
from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.utils.timezone import localdate

from corpparent.models import ChainHead
from corpparent.prepared import Prepared

KEPT = 300  # seconds, for what changes without a deed: somebody's work on the database itself
MOST = 1_000  # things; all are forgotten when there are more

HEAD = Prepared(lambda: ChainHead.objects.filter(pk=1).values_list("hash"))

Told = dict[str, Any]
# In each process for itself: what a release keeps never meets the next one's pages.
_kept: dict[str, tuple[tuple, float, Told]] = {}


def as_recorded(name: str, make: Callable[[], Told]) -> Told:
    """What `make` returns, remembered under `name` until the next deed, the next day, or KEPT seconds. One query.

    Every deed writes its event in its own transaction: while the record has not moved, nothing has. Only for what is
    the same for every reader, who must not change it. Before the first deed of all nothing is remembered.
    """
    head = HEAD.rows()
    state = (head, localdate())
    if name in _kept:
        then, since, told = _kept[name]
        if then == state and time.monotonic() - since < KEPT:
            return told
    told = make()
    if head:
        remember(name, (state, time.monotonic(), told))
    return told


def remember(name: str, kept: tuple[tuple, float, Told]) -> None:
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[name] = kept


def choice_of(form: BaseForm, typed: str = "search") -> str | None:
    """What was chosen in the valid `form` of a list's filters, as part of a name for `as_recorded`.

    None where it is not valid or words were typed into the field `typed`: of these there is no end.
    """
    if form.errors or form.cleaned_data.get(typed):
        return None
    return repr(sorted((name, str(value)) for name, value in form.cleaned_data.items() if value))
