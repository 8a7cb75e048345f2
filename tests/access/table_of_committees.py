"""Addresses of meetings, papers and what came of them, and who may do what there."""

from members.roles import CHIEF_EXECUTIVE, LEAD_MEMBER
from tests.access.access import Access, form, page, public, verb
from tests.access.visitors import ADMINISTRATORS, CHAIRS, KEEPERS, MEMBERS, NOBODY, PARENTS

PAPERS: dict[str, Access] = {
    "committees:paper-list": public(),
    "committees:paper-detail": public(),
    "committees:paper-pdf": public(),
    "committees:paper-create": form(KEEPERS),
    "committees:paper-make": form(KEEPERS),
    "committees:paper-update": form(KEEPERS),
    "committees:paper-file": form(KEEPERS),
    "committees:paper-replace": form(KEEPERS),
    "committees:paper-split": form(KEEPERS),
    "committees:paper-withdraw": form(KEEPERS),
    "committees:paper-move": verb(KEEPERS),
    "committees:paper-confirm": page(KEEPERS),
    "committees:paper-remove": verb(KEEPERS),
    "committees:paper-background": form(KEEPERS),
    "committees:background-remove": verb(KEEPERS),
    "committees:clearance-ask": form(KEEPERS),
    "committees:clearance-detail": form(KEEPERS, refusal=404),
    "committees:clearance-give": Access(refusal=404, told=KEEPERS),
    "committees:review-list": page(KEEPERS),
    "committees:paper-review": form(KEEPERS),
    "committees:paper-close": form(KEEPERS),
    "committees:paper-opening": page(KEEPERS),
    "committees:opening-ask": verb(KEEPERS),
    "committees:opening-confirm": verb(KEEPERS),
    "committees:fetch-list": page(KEEPERS),
}
ATTENDING: dict[str, Access] = {
    "committees:attendance-list": page(MEMBERS),
    "committees:attendance-figures": page(MEMBERS),
    "committees:attendance-update": form(KEEPERS),
    "committees:interest-create": form(KEEPERS),
    "committees:interest-remove": verb(KEEPERS),
}
PROGRAMME: dict[str, Access] = {
    "committees:programme-list": public(),
    "committees:programme-figures": public(),
    "committees:programme-begin": verb(KEEPERS),
    "committees:programme-item-create": form(KEEPERS),
    "committees:programme-item-update": form(KEEPERS),
    "committees:programme-item-plan": form(KEEPERS),
    "committees:programme-item-drop": form(KEEPERS),
    "committees:programme-item-put": verb(KEEPERS),
    "committees:programme-item-resume": verb(KEEPERS),
}
MINUTES: dict[str, Access] = {
    "committees:minutes-detail": public(),
    "committees:minutes-update": form(KEEPERS),
    "committees:minutes-start": verb(KEEPERS),
    "committees:minutes-approve": verb(KEEPERS),
    "committees:minutes-confirm": form(KEEPERS),
    "committees:minute-update": form(KEEPERS),
}
MEETINGS: dict[str, Access] = {
    "committees:meeting-list": public(),
    "committees:calendar-detail": public(),
    "committees:calendar-month": public(),
    "committees:committee-detail": public(),
    "committees:meeting-detail": public(),
    "committees:calendar-feed": public(),
    "committees:paper-feed": public(),
    "committees:committee-calendar": public(),
    "committees:committee-papers": public(),
    "committees:meeting-create": form(KEEPERS),
    "committees:series-create": form(KEEPERS),
    "committees:meeting-update": form(KEEPERS),
    "committees:meeting-cancel": form(KEEPERS),
    "committees:busy-day-list": form(KEEPERS),
    "committees:busy-day-remove": verb(KEEPERS),
    "committees:times-update": form(ADMINISTRATORS),
}
AGENDAS: dict[str, Access] = {
    "committees:agenda-detail": page(KEEPERS),
    "committees:agenda-begin": verb(KEEPERS),
    "committees:agenda-exclude": verb(KEEPERS),
    "committees:agenda-item-create": form(KEEPERS),
    "committees:agenda-item-update": form(KEEPERS),
    "committees:agenda-item-move": form(KEEPERS),
    "committees:agenda-item-remove": form(KEEPERS),
    "committees:agenda-item-withdraw": form(KEEPERS),
    "committees:standing-item-list": page(KEEPERS),
    "committees:standing-item-begin": verb(KEEPERS),
    "committees:standing-item-create": form(KEEPERS),
    "committees:standing-item-update": form(KEEPERS),
    "committees:standing-item-move": verb(KEEPERS),
    "committees:standing-item-remove": verb(KEEPERS),
}
READING: dict[str, Access] = {
    "committees:reading-detail": page(MEMBERS),
    "committees:paper-mark": verb(MEMBERS),
    "committees:note-create": form(MEMBERS),
    "committees:note-update": form(NOBODY, refusal=404),  # only whoever wrote it
    "committees:note-remove": form(NOBODY, refusal=404),
}
DECISIONS: dict[str, Access] = {
    "committees:decision-list": public(),
    "committees:decision-detail": public(),
    "committees:decision-open": page(MEMBERS),
    "committees:meeting-decisions": page(KEEPERS),
    "committees:decision-create": form(KEEPERS),
    "committees:decision-update": form(KEEPERS),
    "committees:decision-confirm": page(KEEPERS),
    "committees:decision-publish": verb(KEEPERS),
    "committees:decision-remove": verb(KEEPERS),
    "committees:decision-act": form(KEEPERS),
    "committees:decision-leave": form(KEEPERS),
}
QUESTIONS: dict[str, Access] = {
    "committees:question-list": page(MEMBERS),
    "committees:question-create": form(MEMBERS),
    "committees:question-detail": Access(look=MEMBERS, do=KEEPERS),
    "committees:question-hand": form(KEEPERS),
}
FORWARD: dict[str, Access] = {
    "committees:forward-plan": public(),
    "committees:forward-create": form(KEEPERS),
    "committees:forward-update": form(KEEPERS),
    "committees:forward-withdraw": form(KEEPERS),
    "committees:notice-list": public(),
    "committees:notice-create": form(KEEPERS),
}
REGISTRARS = KEEPERS | CHAIRS
PLANS: dict[str, Access] = {
    "committees:plan-list": public(),
    "committees:plan-detail": public(),
    "committees:plan-create": form(REGISTRARS),
    "committees:plan-update": form(REGISTRARS),
    "committees:plan-end": verb(REGISTRARS),
}
ENTERING = REGISTRARS - {LEAD_MEMBER} | {CHIEF_EXECUTIVE, "childrens-services-manager"}
IMPLICATIONS: dict[str, Access] = {
    "committees:implication-list": page(MEMBERS),
    "committees:implication-figures": page(MEMBERS),
    "committees:implication-detail": page(MEMBERS),
    "committees:implication-create": form(ENTERING),
    "committees:implication-update": form(ENTERING),
    "committees:implication-sign-off": verb(ENTERING),
    "committees:implication-share": verb(ENTERING),
    "committees:implication-read": verb(PARENTS),
}
PUBLISHING = {
    "committees:publication-create": form(KEEPERS),
    "committees:publication-detail": page(KEEPERS),
    "committees:publication-progress": page(KEEPERS),
    "committees:publication-retry": verb(KEEPERS),
    "committees:agenda-pack-detail": public(),
    "committees:agenda-pack-pdf": public(),
}
OF_COMMITTEES: dict[str, Access] = (
    {}
    | ATTENDING
    | MINUTES
    | PROGRAMME
    | PUBLISHING
    | PLANS
    | IMPLICATIONS
    | MEETINGS
    | PAPERS
    | AGENDAS
    | READING
    | DECISIONS
    | QUESTIONS
    | FORWARD
)
