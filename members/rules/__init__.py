from members.rules.appointments import AppointmentRefused
from members.rules.bodies import check_body, check_can_keep_bodies, check_closing, check_opening, check_terms
from members.rules.checks import (
    check_can_record_check,
    check_can_see_all_checks,
    check_can_see_checks_of,
    needs_a_reason_in_law,
    sees_all_checks,
    sees_checks_of,
)
from members.rules.council import check_can_change_council, check_working_day
from members.rules.duties import (
    check_can_review_arrangements,
    check_can_see_all_duties,
    check_can_set_duties,
    check_can_sign,
    check_year_has_begun,
    sees_all_duties,
)
from members.rules.exports import can_have_personal_data, check_can_export_people, check_can_have_personal_data
from members.rules.feeds import (
    check_can_bring_councillors,
    check_can_drop_feed,
    check_can_take_feed,
    check_page_can_take,
)
from members.rules.getting_in import check_can_invite, check_can_sign_out_everywhere, needs_second_factor
from members.rules.learning import (
    check_can_cancel_session,
    check_can_change_reading,
    check_can_keep_learning,
    check_can_move_reading,
    check_can_plan_session,
    check_can_record_attendance,
)
from members.rules.people import (
    GOVERNORS,
    check_can_appoint,
    check_can_close,
    check_can_enter,
    check_can_see_record,
    check_can_succeed,
)
from members.rules.retention import (
    check_because,
    check_can_lift,
    check_can_retry,
    check_can_see_notices,
    check_can_wipe,
    check_months,
)

__all__ = [
    "GOVERNORS",
    "AppointmentRefused",
    "can_have_personal_data",
    "check_because",
    "check_body",
    "check_can_appoint",
    "check_can_bring_councillors",
    "check_can_cancel_session",
    "check_can_change_council",
    "check_can_change_reading",
    "check_can_close",
    "check_can_drop_feed",
    "check_can_enter",
    "check_can_export_people",
    "check_can_have_personal_data",
    "check_can_invite",
    "check_can_keep_bodies",
    "check_can_keep_learning",
    "check_can_lift",
    "check_can_move_reading",
    "check_can_plan_session",
    "check_can_record_attendance",
    "check_can_record_check",
    "check_can_retry",
    "check_can_review_arrangements",
    "check_can_see_all_checks",
    "check_can_see_all_duties",
    "check_can_see_checks_of",
    "check_can_see_notices",
    "check_can_see_record",
    "check_can_set_duties",
    "check_can_sign",
    "check_can_sign_out_everywhere",
    "check_can_succeed",
    "check_can_take_feed",
    "check_can_wipe",
    "check_closing",
    "check_months",
    "check_opening",
    "check_page_can_take",
    "check_terms",
    "check_working_day",
    "check_year_has_begun",
    "needs_a_reason_in_law",
    "needs_second_factor",
    "sees_all_checks",
    "sees_all_duties",
    "sees_checks_of",
]
