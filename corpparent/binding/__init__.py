"""Papers bound into one PDF, pages numbered through; and copies of it that can be traced. Bytes in, bytes out.

No query, no clock, no settings: the same parts and the same front give the same bytes. Each part keeps its structure,
its bookmarks and its named places. Source: DOMAIN.md, 5.2; ISO 32000-1; ISO 14289-1 (PDF/UA-1).
"""

from corpparent.binding.contents import part_link
from corpparent.binding.copies import originals_of, personal_copy
from corpparent.binding.joining import bind
from corpparent.binding.parts import Bound, NotBindable, Part, Placed

__all__ = ["Bound", "NotBindable", "Part", "Placed", "bind", "originals_of", "part_link", "personal_copy"]
