"""Words in Atom feeds. Source: RFC 4287."""

import re

from django.utils.html import escape

# What XML has no sign for, and word processors leave in what is pasted. Source: XML 1.0, section 2.2.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def line(words: str) -> str:
    """As a title: plain text."""
    return NOT_IN_XML.sub(" ", words)


def markup(words: str) -> str:
    """As a summary, which readers take for HTML: nobody's words become elements of theirs."""
    return escape(line(words))
