"""Whether what looks like an identifier is one: by its check digits, its spacing, or the words around it."""

import re
from collections.abc import Callable

from stdnum.gb import nhs, upn

from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.patterns import compiled

BEFORE = 60  # characters that are searched for the name of what follows
AFTER = 40

NUMBER = r"(?: [ -]?(?: number | num\.? | no\b\.? | nr\.? | id | ref(?:erence)? | code ) s? )?"
IS = r"[^\w\r\n]* (?: (?: is | was | reads ) \b )? \W* $"  # what may stand between a name and its number
BIRTH = r"\b (?: d[. -]{0,2}o[. -]{0,2}b\b\.? | (?: date | day )[ -]of[ -]birth | birth[ -]?da(?:te|y) | b['’-]?day )"
ELSEWHERE = r"(?! [^\d\n]{0,30} \b (?: placed | moved | came | seen | visit ) )"
BORN = rf"\b born (?: [ ](?:in|at)[ ] {ELSEWHERE} [^\d\n.;]{{1,30}} | [ ][(][^\d\n()]{{1,30}}[)] )?"
WEEKDAY = r"(?: (?: mon | tues | wednes | thurs | fri | satur | sun )day [ ,]{1,2} )?"
OTHER_MATTERS = (
    r"(?! [^\d\n]{0,45} \b (?: field | column | dropped | not | unknown | visit | report | meeting | review | party"
    r"  | seen | checked ) )"
)

NAMED = {
    Kind.UPN: compiled(rf"\b (?: UPN | unique[ ]pupil ) {NUMBER} {IS}"),
    Kind.NINO: compiled(rf"\b (?: N\.?I\.?(?:NO)? | (?:national[ ])?insurance ) {NUMBER} {IS}"),
    Kind.ULN: compiled(r"\b (?: U\.?L\.?N | L\.?R\.?N | learner ) (?![a-z]) [^\d\n]{0,25} $"),
    Kind.NHS: compiled(rf"\b (?: NHS | N\.H\.S\.? ) {NUMBER} {IS}"),
    Kind.PHONE: compiled(
        rf"\b (?: mob(?:ile)? | (?:tele)?phone | tel | call | ring | text | whatsapp ) \.? {NUMBER} [ ]?(?:on|at)? {IS}"
    ),
    Kind.DOB: compiled(
        rf"(?: {BIRTH} {OTHER_MATTERS} (?: [^\d\n;.]{{0,25}} | [^\d\n;.]{{0,40}} \b is[ ] )"
        rf"  | {BIRTH} [ .:;|=_…]{{0,20}} | {BORN} | \b b\. | [(] b )"
        rf"[\s,:|=(-]{{0,3}} (?: on[ ] )? (?: the[ ] )? {WEEKDAY} $"
    ),
}
NAMED_AFTER = {
    kind: compiled(rf"[\s,(:-]{{0,3}} (?: (?:is|was)[ ](?:his|her|their|the|my)[ ] )? {name}")
    for kind, name in {
        Kind.DOB: BIRTH,
        Kind.NHS: r"\b NHS \b",
        Kind.UPN: r"\b (?: UPN | unique[ ]pupil ) \b",
        Kind.ULN: r"\b (?: ULN | unique[ ]learner | learner[ ]n ) ",
        Kind.NINO: r"\b (?: NINO | NI[ ]n | national[ ]insurance ) ",
    }.items()
}
# Said just before, a number is of a thing: its check digit fits by chance, one time in eleven.
OF_A_THING = compiled(
    r"\b (?: order | invoice | asset | serial | barcode | ISBN | meter | budget | cost | account | policy | tracking"
    r"  | company | charity | licence | parcel | helpdesk | ticket )"
    rf"(?: [ ](?: tag | line | call | centre | reading ) )? {NUMBER} {IS}"
)
PARTS_ONLY = compiled(r"\d{3} [ .-]{0,2} \d{3} [ .-]{0,2} \d{4}")
NEVER_GIVEN = compiled(r"BG|GB|KN|NK|NT|TN|ZZ|[DFIQUV]|.[DFIOQUV]")
UPN_PARTS = compiled(r"[A-Z] [ -]? \d{3} [ -]? \d{4} [ -]? (?: \d{4} | \d\d [ -]? \d\d ) [ -]? [0-9A-Z]")


def is_named(match: re.Match[str], kind: Kind) -> bool:
    """The words beside it say what it is, so that a slip in one figure hides nothing."""
    if NAMED[kind].search(before(match)):
        return True
    after = match.string[match.end() : match.end() + AFTER]
    return kind in NAMED_AFTER and NAMED_AFTER[kind].match(after) is not None


def is_of_a_thing(match: re.Match[str]) -> bool:
    return OF_A_THING.search(before(match)) is not None


def before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - BEFORE) : match.start()]


def is_upn(match: re.Match[str]) -> bool:
    """By its check letter. The area in it is not asked: areas are new each few years."""
    number = upn.compact(match[0].replace("-", ""))
    is_right = UPN_PARTS.fullmatch(match[0]) is not None and upn.calc_check_digit(number[1:]) == number[0]
    return (is_right and not is_of_a_thing(match)) or is_named(match, Kind.UPN)


def is_nino(match: re.Match[str]) -> bool:
    """AB123456C in any letters, AB 12 34 56 C in capitals; "URN SC123456 a ..." is none."""
    found = match[0]
    is_given = NEVER_GIVEN.match(found) is None
    is_whole = found[-1].isalpha() and (found.isalnum() or (not found[2].isdigit() and found.isupper()))
    is_whole = is_whole or (found[-1].isalpha() and found[-2].isdigit() and found.isupper())
    return (is_given and is_whole and not is_of_a_thing(match)) or is_named(match, Kind.NINO)


def is_uln(match: re.Match[str]) -> bool:
    """Only by name: any ten figures could be one, and one order number in eleven has its check digit."""
    return is_named(match, Kind.ULN)


def is_nhs(match: re.Match[str]) -> bool:
    is_right = PARTS_ONLY.fullmatch(match[0]) is not None and nhs.is_valid(match[0].replace(".", ""))
    is_other = is_of_a_thing(match) or (match[0].startswith("7") and is_named(match, Kind.PHONE))
    return (is_right and not is_other) or is_named(match, Kind.NHS)


def is_phone(match: re.Match[str]) -> bool:
    """Without its nought only where it is named."""
    if match[0].startswith("7"):
        return is_named(match, Kind.PHONE)
    return not is_of_a_thing(match)


def is_dob(match: re.Match[str]) -> bool:
    """Any other date is a date; one without a year is one of birth where somebody turned so many years on it."""
    return match["age"] is not None or is_named(match, Kind.DOB)


TELLING: dict[Kind, Callable[[re.Match[str]], bool]] = {
    Kind.UPN: is_upn,
    Kind.NINO: is_nino,
    Kind.ULN: is_uln,
    Kind.NHS: is_nhs,
    Kind.PHONE: is_phone,
    Kind.DOB: is_dob,
}
