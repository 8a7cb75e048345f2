"""The register of the invented council: under way, late, moved, done and checked, dropped."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from members.invented.days import morning_of
from members.models import Appointment, Body, Person
from pledges import services
from pledges.invented.people import CLERK, DIRECTOR, somebody
from pledges.invented.promised import BOARD
from pledges.models import Action, Pledge

FILE = Path(__file__).with_name("actions.toml")


def act() -> None:
    """Each as far as its days say, then what is late is escalated."""
    for fields in tomllib.loads(FILE.read_text())["actions"]:
        take_further(raised(fields), fields)
    services.sweep_actions(timezone.now())


def day(number: int) -> datetime:
    """So many days from today."""
    return morning_of(timezone.localdate() + timedelta(days=number))


def raised(fields: dict[str, Any]) -> Action:
    promise = Pledge.objects.get(group=Pledge.Group.CHILDREN).promises.get(number=fields["promise"])
    return services.raise_action(
        title=fields["title"],
        why=fields["why"],
        owner=holder(fields["owner"]),
        due_on=day(fields["due"]).date(),
        source=promise.reference,
        theme=fields["theme"],
        principle=promise.principle,
        promise=promise,
        body=Body.objects.get(slug=BOARD),
        access=Action.Access.OPEN,
        by=somebody(CLERK),
        at=day(fields["raised"]),
    )


def take_further(action: Action, fields: dict[str, Any]) -> None:
    clerk = somebody(CLERK)
    if moved := fields.get("moved_to"):
        because = "The figures of the year come first."
        due_on, at = day(moved).date(), day(fields["due"] - 2)
        services.move_action(action=action, due_on=due_on, because=because, version=action.version, by=clerk, at=at)
    if finished := fields.get("done") or fields.get("finished"):
        services.finish_action(action=action, words="It is done as asked.", by=action.owner, at=day(finished))
    if done := fields.get("done"):
        services.check_action(action=action, by=clerk, at=day(done + 2))
    if dropped := fields.get("dropped"):
        services.drop_action(action=action, because=fields["because"], by=clerk, at=day(dropped))


def holder(role: str) -> Person:
    """Who holds `role` today, the longest serving first; the Director where nobody does."""
    held = Appointment.objects.current(timezone.localdate()).filter(role__slug=role, starts_on__lte=day(-220).date())
    first = held.select_related("person").order_by("starts_on", "pk").first()
    return first.person if first else somebody(DIRECTOR)
