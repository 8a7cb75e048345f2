"""Who says how long things may take, and how long that may be."""

from corpparent.rules import NotAllowed
from members.roles import ADMINISTRATOR
from members.standing import Standing

# field -> least and most; days, and months for `offer_months`
SPANS = {
    "remind_days": (0, 60),
    "escalate_days": (1, 180),
    "answer_days": (1, 180),
    "shortfall_days": (1, 180),
    "tell_back_days": (1, 180),
    "offer_months": (1, 24),
    "offer_grace_days": (0, 180),
}


def check_can_set_times(who: Standing) -> None:
    if not who.has(ADMINISTRATOR):
        raise NotAllowed("Only the administrator sets how long things may take.")
