"""Plans and analyses of needs in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from corpparent.words import day
from pledges.showing.actions import Fact
from pledges.showing.public import Tag
from reports.committees.models import Plan
from reports.committees.rules.plans import WARNED


@dataclass(frozen=True)
class Row:
    title: str
    url: str
    second: str
    tag: Tag


def row_of(plan: Plan, today: date) -> Row:
    partners = f" With {plan.partners}." if plan.partners else ""
    second = f"{plan.get_kind_display()}, agreed {day(plan.agreed_on)}.{partners}"
    return Row(plan.title, reverse("committees:plan-detail", args=[plan.public_id]), second, tag_of(plan, today))


def tag_of(plan: Plan, today: date) -> Tag:
    if plan.ended_on:
        return Tag("neutral", f"Ended {day(plan.ended_on)}")
    if plan.due_on < today:
        return Tag("late", f"Was due {day(plan.due_on)}")
    if plan.due_on <= today + WARNED:
        return Tag("due", f"Due {day(plan.due_on)}")
    return Tag("ok", f"Next due {day(plan.due_on)}")


def facts_of(plan: Plan, *, is_member: bool) -> list[Fact]:
    """Who keeps it is for corporate parents: the public reads the office's papers, not its people."""
    facts = [
        Fact("Kind", plan.get_kind_display()),
        Fact("Agreed", day(plan.agreed_on)),
        Fact("Next due", day(plan.due_on)),
    ]
    if plan.partners:
        facts.append(Fact("Partners", plan.partners))
    if is_member:
        facts.append(Fact("Kept by", plan.owner.name))
        facts.append(Fact("Last recorded", day(plan.recorded_at)))
        facts.append(Fact("Who sees it", "Everybody" if plan.is_public else "Corporate parents"))
    return facts
