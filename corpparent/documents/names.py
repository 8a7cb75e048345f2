"""The name a file was sent with: looked at once and then forgotten. It becomes no path, no title and no header."""

import unicodedata

from corpparent.documents.refusing import Refused

ENDING = ".pdf"


def check_name(name: str) -> None:
    """Raises Refused where `name`, as a computer reads it, does not end in .pdf after something else.

    Characters that are not seen are left out first: a name may be written so that it only looks as if it ended so.
    """
    seen = "".join(letter for letter in name if not unicodedata.category(letter).startswith("C")).strip().lower()
    if not seen.endswith(ENDING) or seen == ENDING:
        raise Refused("The portal takes papers as PDF only, and this name does not end in .pdf. Send the paper as PDF.")
