"""Identifiers of children and families in free text: NHS numbers, dates of birth, postcodes and the like.

Text in, kinds and places out. What was found is never repeated: not in a sentence, an error or a log. Identifiers
refuse; likely names (`find_names`) only warn. In forms: `corpparent.identifiers.forms`. Source: SECURITY, rule 13.
"""

from corpparent.identifiers.case_numbers import register_case_numbers, shapes_in, validate_shapes
from corpparent.identifiers.finding import Hit, find
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.names import find_names, register_own
from corpparent.identifiers.saying import IdentifiersFound, check, sentence_for, validate_no_identifiers

__all__ = [
    "Hit",
    "IdentifiersFound",
    "Kind",
    "check",
    "find",
    "find_names",
    "register_case_numbers",
    "register_own",
    "sentence_for",
    "shapes_in",
    "validate_no_identifiers",
    "validate_shapes",
]
