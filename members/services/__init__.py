"""Every write that means something about people: one module a subject, all to be had from here."""

from members.services.announcing import (
    announce_definitions,
)
from members.services.appointments import appoint, change_appointment, end_appointment, sync_roles
from members.services.asking import (
    acknowledge,
    ask_readers,
)
from members.services.bodies import add_body, adopt_terms, change_body, close_body, open_body
from members.services.checks import (
    list_checks,
    look_at_checks,
    record_check,
    wipe_checks,
)
from members.services.council import change_council, close_day, open_day, set_mark, set_up_council, set_words
from members.services.courses import (
    add_course,
    change_course,
)
from members.services.duties import review_arrangements, set_duty, sign_statement, sync_duties
from members.services.evidence import ask_for_evidence, evidence_jobs, make_evidence
from members.services.exports import export_people, give_personal_data
from members.services.feeds import ask_for_feed, drop_feed, fetch_feed, read_feed
from members.services.getting_in import accept_invitation, give_codes, invite, sign_out_everywhere
from members.services.handover import hand_over
from members.services.notices import retry_notice
from members.services.people import add_person, change_person, close_person, open_person
from members.services.readings import (
    add_reading,
    change_reading,
    publish_reading,
    withdraw_reading,
)
from members.services.reminding import (
    remind,
)
from members.services.retention import (
    apply_retention,
    ask_to_wipe,
    lift_hold,
    place_hold,
    set_period,
    sweep_retention,
)
from members.services.sessions import (
    cancel_session,
    plan_session,
    record_attendance,
)
from members.services.taking_members import FeedChanged, comparison_of, take_members

__all__ = [
    "FeedChanged",
    "accept_invitation",
    "acknowledge",
    "add_body",
    "add_course",
    "add_person",
    "add_reading",
    "adopt_terms",
    "announce_definitions",
    "apply_retention",
    "appoint",
    "ask_for_evidence",
    "ask_for_feed",
    "ask_readers",
    "ask_to_wipe",
    "cancel_session",
    "change_appointment",
    "change_body",
    "change_council",
    "change_course",
    "change_person",
    "change_reading",
    "close_body",
    "close_day",
    "close_person",
    "comparison_of",
    "drop_feed",
    "end_appointment",
    "evidence_jobs",
    "export_people",
    "fetch_feed",
    "give_codes",
    "give_personal_data",
    "hand_over",
    "invite",
    "lift_hold",
    "list_checks",
    "look_at_checks",
    "make_evidence",
    "open_body",
    "open_day",
    "open_person",
    "place_hold",
    "plan_session",
    "publish_reading",
    "read_feed",
    "record_attendance",
    "record_check",
    "remind",
    "retry_notice",
    "review_arrangements",
    "set_duty",
    "set_mark",
    "set_period",
    "set_up_council",
    "set_words",
    "sign_out_everywhere",
    "sign_statement",
    "sweep_retention",
    "sync_duties",
    "sync_roles",
    "take_members",
    "wipe_checks",
    "withdraw_reading",
]
