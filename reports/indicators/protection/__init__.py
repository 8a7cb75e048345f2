"""Which of the council's own figures may leave, worked out once and kept on their rows (docs/adr/0009).

`rows` asks and keeps the answer, `hiding` gives it, `relating` makes a system of the figures from what `relations` says
of them, and `coming` adds what government will publish. `corpparent.suppression` knows the rule and does the sums.
"""

from reports.indicators.protection.rows import protect

__all__ = ["protect"]
