"""Everything that changes homes, the rota and visits, a module a subject."""

from visits.services.answering import sweep_answers
from visits.services.points import answer_point, resolve_point, tell_children

__all__ = [
    "answer_point",
    "resolve_point",
    "sweep_answers",
    "tell_children",
]
