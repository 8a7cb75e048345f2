"""Who says how the scheme of visits works, and within which bounds."""

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR
from members.standing import Standing

# field -> least and most
SPANS = {
    "visits_a_year": (1, 52),
    "overdue_days": (7, 400),
    "times_in_a_row": (1, 12),
    "shadow_visits": (0, 5),
    "offer_days": (1, 60),
    "remind_days": (1, 60),
    "report_days": (1, 60),
    "answer_days": (1, 60),
    "escalate_days": (1, 60),
    "draft_chase_days": (1, 60),
    "draft_wipe_days": (2, 90),
}
CHOICES = ("is_pair_expected", "is_cross_party")
COURSES = ("safeguarding_course", "visit_course")


def check_can_set_times(who: Standing) -> None:
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the administrator sets how visits work.")
