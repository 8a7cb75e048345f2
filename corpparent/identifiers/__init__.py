"""Identifiers of children and families in free text: NHS numbers, dates of birth, postcodes and the like.

Text in, kinds and places out. What was found is never repeated: not in a sentence, an error or a log. Names are no
part of this. Source: SECURITY, rule 13.
"""

from corpparent.identifiers.finding import Hit, find
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.saying import IdentifiersFound, check, sentence_for, validate_no_identifiers

__all__ = ["Hit", "IdentifiersFound", "Kind", "check", "find", "sentence_for", "validate_no_identifiers"]
