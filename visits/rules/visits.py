"""Who sees a report of a visit, and whose it is."""

from corpparent.rules import NotAllowed
from members.roles import (
    CHIEF_EXECUTIVE,
    DCS,
    DEMOCRATIC_SERVICES_OFFICER,
    LEAD_MEMBER,
    PARTICIPATION_OFFICER,
    VISITING_COUNCILLOR,
)
from members.standing import Standing
from visits.models import Visit

MANAGER = "home-manager"
RESPONSIBLE = "responsible-individual"
SERVICES_MANAGER = "childrens-services-manager"

# Reports are exempt: these see those of every home (docs/adr/0016).
SEES_REPORTS = (
    DCS,
    LEAD_MEMBER,
    CHIEF_EXECUTIVE,
    DEMOCRATIC_SERVICES_OFFICER,
    PARTICIPATION_OFFICER,
    VISITING_COUNCILLOR,
    SERVICES_MANAGER,
)
# Who answers for a home, by an appointment that names it.
ANSWERS = (MANAGER, RESPONSIBLE)


def sees_all_reports(who: Standing) -> bool:
    """Whether `who` sees the sent reports of every home."""
    return who.has(*SEES_REPORTS)


def is_visitor(who: Standing, visit: Visit) -> bool:
    """Whether `who` made this visit, as its lead or its second."""
    return who.person_id is not None and who.person_id in (visit.lead_id, visit.second_id)


def check_can_see_reports(who: Standing) -> None:
    """Reports of visits are exempt, and for people with an appointment."""
    if not who.is_member:
        raise NotAllowed("Only people with an appointment see visits.")


def check_can_see_overview(who: Standing) -> None:
    """Coverage names homes, and is as exempt as reports are."""
    if not sees_all_reports(who):
        raise NotAllowed("Only those who see the reports of every home see how all of them are visited.")
