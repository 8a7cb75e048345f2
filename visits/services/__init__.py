"""Everything that changes homes, the rota and visits, a module a subject."""

from visits.services.answering import sweep_answers
from visits.services.calendar import make_calendar, revoke_calendar
from visits.services.conflicts import declare_conflict, end_conflict
from visits.services.drafts import sweep_drafts
from visits.services.grades import sweep_inspections
from visits.services.homes import add_home, change_home, close_home, post_to_home, remove_from_home
from visits.services.inspections import (
    change_care_review,
    change_independent_visit,
    change_inspection,
    record_care_review,
    record_independent_visit,
    record_inspection,
)
from visits.services.ofsted import Taken as TakenInspections
from visits.services.ofsted import import_ofsted, take_in_inspections
from visits.services.phone import Written, take_in
from visits.services.points import answer_point, resolve_point, tell_children
from visits.services.reports import (
    add_point,
    change_point,
    pass_on,
    remove_point,
    save_part,
    start_visit,
)
from visits.services.rota import add_slot, cancel_slot, choose_day, go_alone, propose_slots, record_not_made
from visits.services.rota_sweeps import sweep_rota
from visits.services.sending import return_visit, send_visit
from visits.services.summaries import issue_again, issue_summary
from visits.services.summary_readers import read_summary, sweep_summaries
from visits.services.times import set_times
from visits.services.turns import decline_turn, give_back_turn, offer_turn, take_turn

__all__ = [
    "TakenInspections",
    "Written",
    "add_home",
    "add_point",
    "add_slot",
    "answer_point",
    "cancel_slot",
    "change_care_review",
    "change_home",
    "change_independent_visit",
    "change_inspection",
    "change_point",
    "choose_day",
    "close_home",
    "declare_conflict",
    "decline_turn",
    "end_conflict",
    "give_back_turn",
    "go_alone",
    "import_ofsted",
    "issue_again",
    "issue_summary",
    "make_calendar",
    "offer_turn",
    "pass_on",
    "post_to_home",
    "propose_slots",
    "read_summary",
    "record_care_review",
    "record_independent_visit",
    "record_inspection",
    "record_not_made",
    "remove_from_home",
    "remove_point",
    "resolve_point",
    "return_visit",
    "revoke_calendar",
    "save_part",
    "send_visit",
    "set_times",
    "start_visit",
    "sweep_answers",
    "sweep_drafts",
    "sweep_inspections",
    "sweep_rota",
    "sweep_summaries",
    "take_in",
    "take_in_inspections",
    "take_turn",
    "tell_children",
]
