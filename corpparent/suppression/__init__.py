"""The one door through which numbers leave (docs/explanation/security.md, docs/adr/0009).

`door` is the last step, for one figure. `system` says how numbers hang together, `solving` which of them must be
hidden, `attacking` what a reader can still work out. The last two load an optimiser: import them where they are used.
"""

from corpparent.suppression.door import HIDDEN, Audience, Figure, protect

__all__ = ["HIDDEN", "Audience", "Figure", "protect"]
