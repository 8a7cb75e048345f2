"""What this app puts on the start page as “What needs me now”, a module a subject."""

from members import needs
from members.waiting import alerts, duties, feeds, learning, retention


def register_all() -> None:
    for subject in (alerts, duties, feeds, learning, retention):
        needs.register(subject.needs)
