"""Actions of one person, for the copy of their own data."""

from django.db.models import Q

from members.models import Person
from members.personal_data import Row
from pledges.models import Action


def actions(person: Person) -> list[Row]:
    """Actions they own, raised, or checked, the oldest first. One query."""
    found = Action.objects.filter(Q(owner=person) | Q(raised_by=person) | Q(checked_by=person))
    return [row_of(action, person) for action in found.order_by("raised_at", "pk")]


def row_of(action: Action, person: Person) -> Row:
    parts = {
        "does it": action.owner_id == person.pk,
        "raised it": action.raised_by_id == person.pk,
        "checked it": action.checked_by_id == person.pk,
    }
    return {
        "Action": action.title,
        "Why": action.why,
        "Why the names may stand": action.names_explained,
        "Due": f"{action.due_on:%-d %B %Y}",
        "Where it stands": action.get_status_display(),
        "What you did": ", ".join(part for part, is_so in parts.items() if is_so),
    }
