"""What somebody who goes still has to do."""

from collections.abc import Iterator
from functools import partial

from django.urls import reverse

from members.handing_over import Open
from members.models import Person
from pledges import services
from pledges.facts import actions as facts


def open_actions(person: Person) -> Iterator[Open]:
    """Actions that are under way. One query."""
    for action in facts.mine(person.pk):
        yield Open(
            kind="Action",
            title=action.reference.label,
            url=reverse("pledges:action-detail", args=[action.public_id]),
            move=partial(services.hand_over_action, action=action),
        )
