"""“This is not good enough”: said of a thing, and answered by an action or a reason."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event
from corpparent.references import Reference
from members.models import Body, Person
from pledges.events import SHORTFALL_RAISED, SHORTFALL_SETTLED
from pledges.facts import shortfalls as facts
from pledges.models import Action, Promise, Shortfall
from pledges.rules import shortfalls as rules
from pledges.services.actions import raise_action
from pledges.services.once import wait_for


@transaction.atomic
def raise_shortfall(
    *,
    about: Reference,
    why: str,
    theme: str,
    by: Person | None,
    at: datetime,
    promise: Promise | None = None,
    names_explained: str = "",
) -> Shortfall:
    """Say that `about` is not good enough; it counts for the duty of `by` until somebody answers.

    The same words twice are one. `names_explained`: why a name in `why` may stand.
    Raises NotAllowed, ValidationError by field.
    """
    wait_for(by)
    if by:
        rules.check_can_raise_shortfall(by.standing_on(localdate(at)))
    check_words("why", why)
    check_words("names_explained", names_explained)
    if before := facts.open_of(by, about):
        if before.why == why:
            return before
        raise ValidationError({"why": "You said so of this already, and it is not answered yet."})
    shortfall = Shortfall(
        source_kind=about.kind,
        source_id=about.public_id,
        source_label=about.label[:200],
        why=why,
        theme=theme,
        promise=promise,
        names_explained=names_explained,
        raised_by=by,
        raised_at=at,
    )
    shortfall.full_clean(exclude=["raised_by"])
    shortfall.save()

    Event.record(SHORTFALL_RAISED, about=shortfall.reference, by=by, counts_for=by, at=at, details={"theme": theme})
    return shortfall


@transaction.atomic
def settle_shortfall(
    *,
    shortfall: Shortfall,
    by: Person | None,
    at: datetime,
    action: Action | None = None,
    reason: str = "",
    names_explained: str = "",
) -> Shortfall:
    """Answer it by `action`, or by a `reason` why nothing more is done: one of the two. Who raised it is told.

    `names_explained`: why a name in `reason` may stand; what was said of those in `why` stays where it is "".
    Raises NotAllowed, ValidationError by field.
    """
    shortfall = Shortfall.objects.select_for_update().get(pk=shortfall.pk)
    check_can_settle(shortfall, by, at)
    if bool(action) == bool(reason):
        raise ValidationError({"reason": "Choose an action, or say why nothing more is done: one of the two."})
    check_words("reason", reason)
    check_words("names_explained", names_explained)
    shortfall.action, shortfall.reason = action, reason
    shortfall.settled_by, shortfall.settled_at = by, at
    shortfall.names_explained = names_explained or shortfall.names_explained
    shortfall.full_clean(exclude=["raised_by", "settled_by"])
    shortfall.save()
    tell_who_asked(shortfall, at)

    details = {"action": str(action.public_id)} if action else {}
    who = shortfall.raised_by
    Event.record(SHORTFALL_SETTLED, about=shortfall.reference, by=by, counts_for=who, at=at, details=details)
    return shortfall


@transaction.atomic
def act_on_shortfall(
    *,
    shortfall: Shortfall,
    title: str,
    why: str,
    owner: Person,
    due_on: date,
    by: Person | None,
    at: datetime,
    body: Body | None = None,
    names_explained: str = "",
) -> Action:
    """Raise the action that answers it, in one step. Raises NotAllowed, ValidationError by field."""
    shortfall = Shortfall.objects.select_for_update().get(pk=shortfall.pk)
    check_can_settle(shortfall, by, at)
    action = raise_action(
        title=title,
        why=why,
        owner=owner,
        due_on=due_on,
        source=shortfall.reference,
        theme=shortfall.theme,
        promise=shortfall.promise,
        body=body,
        names_explained=names_explained,
        by=by,
        at=at,
    )
    settle_shortfall(shortfall=shortfall, action=action, by=by, at=at)
    return action


def check_can_settle(shortfall: Shortfall, by: Person | None, at: datetime) -> None:
    """Raises NotAllowed."""
    if by:
        rules.check_can_settle_shortfall(by.standing_on(localdate(at)), shortfall)
    else:
        rules.check_is_not_settled(shortfall)


def tell_who_asked(shortfall: Shortfall, at: datetime) -> None:
    if shortfall.raised_by:
        path = reverse("pledges:shortfall-detail", args=[shortfall.public_id])
        notices.tell(shortfall.raised_by.public_id, f"shortfall-settled:{shortfall.public_id}", path, at)


def check_words(field: str, words: str) -> None:
    try:
        validate_no_identifiers(words)
    except ValidationError as problem:
        raise ValidationError({field: problem}) from problem
