"""Duties: what they ask, who owes them, and how the record proves them (docs/adr/0013). Nothing here asks the database.

definitions -> owing (since when) -> proving (one proof) -> lines (one duty) -> telling (in words).
"""

from members.duties.definitions import Definition, Proof, Statement, definitions, statements
from members.duties.lines import Line, Setting, lines_of
from members.duties.owing import Term
from members.duties.proving import Deed, Part, State
from members.duties.recorded import recorded_types

__all__ = [
    "Deed",
    "Definition",
    "Line",
    "Part",
    "Proof",
    "Setting",
    "State",
    "Statement",
    "Term",
    "definitions",
    "lines_of",
    "recorded_types",
    "statements",
]
