"""Pages that stand beside each other: the second row of links, by the first part of a page's address and the reader."""

from functools import cache
from typing import NamedTuple

from django.urls import reverse

from members.roles import (
    ADMINISTRATOR,
    BUILT_IN,
    CHECKS_OFFICER,
    CHIEF_EXECUTIVE,
    DCS,
    DEMOCRATIC_SERVICES_OFFICER,
    LEAD_MEMBER,
    PARTICIPATION_OFFICER,
    VISITING_COUNCILLOR,
)
from members.standing import Standing

ANYBODY: frozenset[str] = frozenset()
EVERY_ROLE = frozenset(BUILT_IN)
OVERSEERS = frozenset({LEAD_MEMBER, DCS, CHIEF_EXECUTIVE, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR})

READS_VISITS = frozenset(
    {
        LEAD_MEMBER,
        DCS,
        CHIEF_EXECUTIVE,
        DEMOCRATIC_SERVICES_OFFICER,
        PARTICIPATION_OFFICER,
        VISITING_COUNCILLOR,
        "childrens-services-manager",
    }
)
SEES_ROTA = frozenset({VISITING_COUNCILLOR, DCS, LEAD_MEMBER, DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR})
KEEPS_MEETINGS = frozenset({DEMOCRATIC_SERVICES_OFFICER, ADMINISTRATOR})
SEES_HOMES = READS_VISITS | {ADMINISTRATOR, "home-manager", "responsible-individual"}


class Section(NamedTuple):
    """A link: its label, the URL it leads to, the starts of the addresses under it, and the roles it is for."""

    label: str
    name: str
    under: tuple[str, ...]
    roles: frozenset[str] = ANYBODY


PEOPLE = [
    Section("People", "members:person-list", ("/people/", "/appointments/")),
    Section("Bodies", "members:body-list", ("/bodies/",)),
    Section("Arrangements", "members:arrangement-list", ("/arrangements/",)),
    Section("Duties", "members:duty-list", ("/duties/",)),
    Section("Learning", "members:learning-list", ("/learning/", "/courses/", "/sessions/", "/readings/")),
    Section("Who met what", "members:duty-matrix", ("/duties/matrix/",), OVERSEERS),
    Section("Evidence", "members:evidence-list", ("/evidence/",), OVERSEERS),
    Section("Checks", "members:check-list", ("/checks/",), frozenset({CHECKS_OFFICER, DCS})),
]
PLEDGE = [
    Section("Pledges", "pledges:pledge-list", ("/pledges/", "/promises/", "/commitments/", "/measures/", "/tables/")),
    Section("What was heard", "pledges:voice-list", ("/voices/", "/challenges/")),
    Section("Offers", "pledges:offer-list", ("/offers/",)),
    Section("Not good enough", "pledges:shortfall-list", ("/shortfalls/",)),
    Section("How long things take", "pledges:times-update", ("/pledges/times/",), frozenset({ADMINISTRATOR})),
    Section("For everybody", "pledges:our-pledge", ("/our-pledge/", "/you-said-we-did/", "/help-for-care-leavers/")),
]
VISITS = [
    Section("Reports", "visits:visit-list", ("/visits/", "/points/")),
    Section("The rota", "visits:rota-list", ("/rota/", "/turns/"), SEES_ROTA),
    Section(
        "Homes", "visits:home-list", ("/homes/", "/inspections/", "/independent-visits/", "/care-reviews/"), SEES_HOMES
    ),
    Section("Overview", "visits:coverage-detail", ("/visits/overview/",), READS_VISITS),
    Section("Summaries", "visits:summary-list", ("/visits/summaries/",)),
    Section("Conflicts", "visits:conflict-list", ("/visits/conflicts/",), frozenset({VISITING_COUNCILLOR})),
    Section("Your calendar", "visits:calendar-detail", ("/visits/calendar/",), frozenset({VISITING_COUNCILLOR})),
    Section("How visits work", "visits:times-update", ("/visits/times/",), frozenset({ADMINISTRATOR})),
]
MEETINGS = [
    Section("Meetings", "committees:meeting-list", ("/meetings/", "/items/", "/agenda-items/", "/clearances/")),
    Section("Papers", "committees:paper-list", ("/papers/", "/agenda-packs/")),
    Section("Decisions", "committees:decision-list", ("/decisions/",)),
    Section("Not acted on yet", "committees:decision-open", ("/decisions/open/",), KEEPS_MEETINGS | OVERSEERS),
    Section("Attendance", "committees:attendance-list", ("/attendance/",), EVERY_ROLE),
    Section("Questions", "committees:question-list", ("/questions/",), EVERY_ROLE),
    Section("Forward plan", "committees:forward-plan", ("/forward-plan/",)),
    Section("What decisions mean", "committees:implication-list", ("/implications/",), EVERY_ROLE),
    Section("Work programme", "committees:programme-list", ("/work-programme/",)),
    Section("Plans", "committees:plan-list", ("/plans/",)),
    Section("Exemptions to review", "committees:review-list", ("/papers/reviews/",), KEEPS_MEETINGS),
    Section("How committees work", "committees:times-update", ("/meetings/settings/",), frozenset({ADMINISTRATOR})),
]
COUNCIL = [
    Section("Settings", "members:council-detail", ("/council/",), frozenset({ADMINISTRATOR})),
    Section("Words", "members:word-list", ("/council/words/",), frozenset({ADMINISTRATOR})),
    Section(
        "Councillors from a feed",
        "members:feed-list",
        ("/feeds/",),
        frozenset({ADMINISTRATOR}),
    ),
    Section(
        "Downloads", "members:export-list", ("/exports/",), frozenset({ADMINISTRATOR, DEMOCRATIC_SERVICES_OFFICER})
    ),
    Section("Keeping and wiping", "members:retention-list", ("/retention/",), frozenset({ADMINISTRATOR})),
    Section("Notices", "members:notice-list", ("/notices/",), frozenset({ADMINISTRATOR})),
]
GROUPS = [PEOPLE, PLEDGE, VISITS, MEETINGS, COUNCIL]


class Offered(NamedTuple):
    """A section as a reader gets it."""

    label: str
    url: str
    is_current: bool


def sections(who: Standing, path: str) -> list[Offered]:
    """The links of the group in which the page at `path` stands; none elsewhere."""
    for group in GROUPS:
        if current := standing_under(group, path):
            offered = [one for one in group if not one.roles or who.has(*one.roles)]
            return [Offered(one.label, address(one.name), one is current) for one in offered]
    return []


def standing_under(group: list[Section], path: str) -> Section | None:
    """The section of `group` with the longest start that `path` has; None when the page stands in another group."""
    found = [(len(start), number) for number, one in enumerate(group) for start in one.under if path.startswith(start)]
    return group[max(found)[1]] if found else None


@cache
def address(name: str) -> str:
    """Where a section is; addresses do not change while the process lives."""
    return reverse(name)


def starts(group: list[Section]) -> tuple[str, ...]:
    """The starts of all addresses in `group`, for the tab above it."""
    return tuple(start for one in group for start in one.under)
