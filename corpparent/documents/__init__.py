"""PDFs that people send in: looked at, made harmless and written anew, or refused in a sentence.

`take_in(content, name)` is the only door. What it gives back holds nothing active, nothing attached and no word on who
wrote it; structure, bookmarks, named places and links stay. Source: SECURITY, rule 9.
"""

from corpparent.documents.intake import Document, take_in
from corpparent.documents.refusing import Refused

__all__ = ["Document", "Refused", "take_in"]
