"""What the agendas of a body begin with."""

from members.models import Body
from reports.committees.models import StandingItem
from reports.committees.rules.agendas import USUAL


def own_items(body: Body) -> list[StandingItem]:
    """The standing items that officers wrote for `body`, in order; none until the first change. One query."""
    return list(StandingItem.objects.filter(body=body).order_by("position"))


def template_of(body: Body) -> list[StandingItem]:
    """Its own standing items, or the usual ones, unsaved. One query."""
    return own_items(body) or usual_items(body)


def usual_items(body: Body) -> list[StandingItem]:
    return [
        StandingItem(body=body, position=position, kind=kind, title=title, purpose=purpose)
        for position, (kind, title, purpose) in enumerate(USUAL, 1)
    ]
