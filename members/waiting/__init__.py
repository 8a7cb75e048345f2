"""What this app puts on the start page as “What needs me now”, a module a subject."""

from members import needs
from members.waiting import alerts, feeds, learning, retention


def register_all() -> None:
    # Duties are not among them: the start page shows each beside the needs, and works them out once for both.
    for subject in (alerts, feeds, learning, retention):
        needs.register(subject.needs)
