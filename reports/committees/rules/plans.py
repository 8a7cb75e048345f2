"""Who keeps the register of plans and analyses of needs, when one is due, and what is usually on it (SP3, SP4)."""

from datetime import date, timedelta

from corpparent.rules import NotAllowed
from members.roles import DCS, LEAD_MEMBER
from members.standing import Standing
from reports.committees.models import Plan
from reports.committees.models.meeting import keeps_papers

WARNED = timedelta(days=60)  # before a plan is due, whoever keeps it is told
LONGEST_REFLECTS = 2_000
USUAL = (Plan.Kind.CHILDREN, Plan.Kind.DIRECTORATE, Plan.Kind.JOINT, Plan.Kind.NEEDS, Plan.Kind.SUFFICIENCY)
ASKED_OF = (LEAD_MEMBER, DCS)  # whose duty it is that analyses are made and plans reflect them


def keeps_register(who: Standing) -> bool:
    return keeps_papers(who) or who.has(*ASKED_OF)


def check_can_record(who: Standing) -> None:
    if not keeps_register(who):
        raise NotAllowed(
            "Plans are put on the register by democratic services officers, administrators, the Lead Member and the "
            "Director of Children’s Services."
        )


def check_can_renew(who: Standing, plan: Plan) -> None:
    """Whoever keeps the register, and whoever keeps the plan."""
    if not (who.is_member and plan.owner_id == who.person_id):
        check_can_record(who)


def check_is_in_force(plan: Plan) -> None:
    if plan.ended_on:
        raise NotAllowed("This plan is no longer in force, so it is not renewed. Put the new one on the register.")


def wrong_in(fields: dict[str, object], today: date) -> dict[str, str]:
    """What is wrong with what was filled in, by field. `fields` hold kind, agreed_on, due_on and reflects."""
    wrong, agreed, due = {}, fields["agreed_on"], fields["due_on"]
    if agreed > today:  # type: ignore[operator]
        wrong["agreed_on"] = "Enter the day on which it was agreed: today or before."
    if due <= agreed:  # type: ignore[operator]
        wrong["due_on"] = "Enter a day after the one on which it was agreed."
    if fields["kind"] not in Plan.ANALYSES and not fields["reflects"]:
        wrong["reflects"] = "Say how this plan reflects what our children need."
    return wrong
