"""Whether what looks like an identifier is one: by its check digits, its spacing, or the words that name it."""

import re
from collections.abc import Callable

from stdnum.gb import nhs, upn

from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.patterns import compiled

BEFORE = 60  # characters that are searched for the name of what follows
AFTER = 40

IS = r"[^\w\r\n]* (?: is | was )? \W* $"  # what may stand between a name and its number
BIRTH = r"\b (?: d[. ]{0,2}o[. ]{0,2}b\b\.? | date[ -]of[ -]birth | birth[ -]?date )"
BORN = r"\b born (?: [ ](?:in|at)[ ][^\d\n.;]{1,30} )?"
BIRTHDAY = r"\b birthday (?: [ ](?:is|was|falls) )?"

NAMED = {
    Kind.UPN: compiled(rf"\b (?: UPN | unique[ ]pupil[ ](?:number|no\.?) ) {IS}"),
    Kind.NINO: compiled(rf"\b (?: NI(?:NO)? | national[ ]insurance ) (?:[ ](?:number|no\.?))? {IS}"),
    Kind.ULN: compiled(r"\b (?: ULN | learner ) \b [^\d\n]{0,25} $"),
    Kind.NHS: compiled(rf"\b NHS (?:[ -](?:number|num|no\.?|id))? {IS}"),
    Kind.DOB: compiled(
        rf"(?: {BIRTH} [^\d\n;.]{{0,25}} | {BORN} | {BIRTHDAY} | \b b\. | \( b )"
        r"[\s,:(]{0,3} (?: on[ ] )? (?: the[ ] )? $"
    ),
}
NAMED_AFTER = compiled(rf"[\s,(]{{0,3}} (?: is[ ](?:his|her|their|the)[ ] )? {BIRTH}")


def is_named(match: re.Match[str], kind: Kind) -> bool:
    """The words just before say what it is, so that a slip in one figure hides nothing."""
    return NAMED[kind].search(match.string[max(0, match.start() - BEFORE) : match.start()]) is not None


def is_upn(match: re.Match[str]) -> bool:
    """By its check letter. The area in it is not asked: areas are new each few years."""
    number = upn.compact(match[0])
    return upn.calc_check_digit(number[1:]) == number[0] or is_named(match, Kind.UPN)


def is_nino(match: re.Match[str]) -> bool:
    """AB123456C in any letters, AB 12 34 56 C in capitals; "URN SC123456 a ..." is none."""
    found = match[0]
    is_whole = found[-1].isalpha() and (found.isalnum() or (not found[2].isdigit() and found.isupper()))
    return is_whole or is_named(match, Kind.NINO)


def is_uln(match: re.Match[str]) -> bool:
    """Only by name: any ten figures could be one, and one order number in eleven has its check digit."""
    return is_named(match, Kind.ULN)


def is_nhs(match: re.Match[str]) -> bool:
    return nhs.is_valid(match[0].replace(".", "")) or is_named(match, Kind.NHS)


def is_dob(match: re.Match[str]) -> bool:
    """Any other date is a date."""
    after = match.string[match.end() : match.end() + AFTER]
    return is_named(match, Kind.DOB) or NAMED_AFTER.match(after) is not None


TELLING: dict[Kind, Callable[[re.Match[str]], bool]] = {
    Kind.UPN: is_upn,
    Kind.NINO: is_nino,
    Kind.ULN: is_uln,
    Kind.NHS: is_nhs,
    Kind.DOB: is_dob,
}
