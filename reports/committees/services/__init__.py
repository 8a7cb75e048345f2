"""Everything that changes meetings, papers and what came of them, a module a subject."""

from reports.committees.services.agendas import add_item, begin_agenda, change_item, move_item, remove_item
from reports.committees.services.attending import record_attendance
from reports.committees.services.background import add_background, remove_background
from reports.committees.services.busy_days import add_busy_day, remove_busy_day
from reports.committees.services.clearances import ask_clearance, give_clearance, refuse_clearance
from reports.committees.services.decisions import (
    act_on_decision,
    change_decision,
    leave_decision,
    publish_decision,
    record_decision,
    remove_decision,
)
from reports.committees.services.exclusion import propose_exclusion
from reports.committees.services.fetching import count_fetch, look_at_exempt
from reports.committees.services.forward import change_forward, enter_forward, give_notice, withdraw_forward
from reports.committees.services.handing_out import taken_away
from reports.committees.services.implications import (
    change_implication,
    enter_implication,
    read_implication,
    share_implication,
    sign_off_implication,
    sweep_implications,
)
from reports.committees.services.interests import declare_interest, withdraw_interest
from reports.committees.services.meetings import cancel_meeting, change_meeting, plan_meeting, plan_series
from reports.committees.services.minutes import (
    approve_minutes,
    confirm_minutes,
    set_hours,
    start_minutes,
    write_minute,
)
from reports.committees.services.opening import ask_to_open, close_paper, open_paper, review_paper
from reports.committees.services.own_papers import add_own_paper
from reports.committees.services.papers import (
    add_paper,
    change_paper,
    give_file,
    move_paper,
    remove_paper,
    replace_paper,
    split_paper,
    withdraw_paper,
)
from reports.committees.services.plans import end_plan, record_plan, renew_plan, sweep_plans
from reports.committees.services.programme import (
    add_expected,
    begin_programme,
    change_expected,
    drop_expected,
    plan_for,
    put_on_agenda,
    take_up_again,
)
from reports.committees.services.publishing import publish
from reports.committees.services.questions import answer_question, ask_question, hand_question, sweep_questions
from reports.committees.services.reading import change_note, mark_read, remove_note, write_note
from reports.committees.services.standing_items import (
    add_standing_item,
    begin_standing_items,
    change_standing_item,
    move_standing_item,
    remove_standing_item,
)
from reports.committees.services.times import set_committee_times
from reports.committees.services.withdrawing import withdraw_item

__all__ = [
    "act_on_decision",
    "add_background",
    "add_busy_day",
    "add_expected",
    "add_item",
    "add_own_paper",
    "add_paper",
    "add_standing_item",
    "answer_question",
    "approve_minutes",
    "ask_clearance",
    "ask_question",
    "ask_to_open",
    "begin_agenda",
    "begin_programme",
    "begin_standing_items",
    "cancel_meeting",
    "change_decision",
    "change_expected",
    "change_forward",
    "change_implication",
    "change_item",
    "change_meeting",
    "change_note",
    "change_paper",
    "change_standing_item",
    "close_paper",
    "confirm_minutes",
    "count_fetch",
    "declare_interest",
    "drop_expected",
    "end_plan",
    "enter_forward",
    "enter_implication",
    "give_clearance",
    "give_file",
    "give_notice",
    "hand_question",
    "leave_decision",
    "look_at_exempt",
    "mark_read",
    "move_item",
    "move_paper",
    "move_standing_item",
    "open_paper",
    "plan_for",
    "plan_meeting",
    "plan_series",
    "propose_exclusion",
    "publish",
    "publish_decision",
    "put_on_agenda",
    "read_implication",
    "record_attendance",
    "record_decision",
    "record_plan",
    "refuse_clearance",
    "remove_background",
    "remove_busy_day",
    "remove_decision",
    "remove_item",
    "remove_note",
    "remove_paper",
    "remove_standing_item",
    "renew_plan",
    "replace_paper",
    "review_paper",
    "set_committee_times",
    "set_hours",
    "share_implication",
    "sign_off_implication",
    "split_paper",
    "start_minutes",
    "sweep_implications",
    "sweep_plans",
    "sweep_questions",
    "take_up_again",
    "taken_away",
    "withdraw_forward",
    "withdraw_interest",
    "withdraw_item",
    "withdraw_paper",
    "write_minute",
    "write_note",
]
