"""Other words for what was found: "You could write ...". What was found is read to choose them and never repeated.

An exact age or the name of a school is no identifier by itself. Beside one it helps to tell who is meant, so that words
for it are offered too, where something else was found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpparent.identifiers.finding import Hit
from corpparent.identifiers.kinds import Kind
from corpparent.identifiers.patterns import AGE, compiled
from corpparent.identifiers.surroundings import SHORT, exactly
from corpparent.identifiers.vocabulary import OPENERS, OWN, TITLES

STAGES = (  # first age of each in years, and what is said of somebody of that age
    (18, "a young adult"),
    (16, "an older teenager"),
    (11, "a child at secondary school"),
    (5, "a child at primary school"),
    (0, "a small child"),
)
NUMBERS = """
    none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty twenty-one
""".split()  # noqa: SIM905
ENGLISH = re.VERBOSE | re.IGNORECASE | re.ASCII  # so that every age that is found is one of `NUMBERS` or figures
AN_AGE = re.compile(
    rf"\b (?: (?: aged? | turn(?:ed|s|ing) ) [ ] (?P<after> {AGE} ) \b | (?P<before> {AGE} ) [ -] years? [ -] old \b )",
    ENGLISH,
)
AN_AGE_ON = re.compile(rf"[a-z ]+ [ ] (?P<after> {AGE} ) [ ] on [ ]", ENGLISH)  # "turned 11 on 4 May"
A_SCHOOL = exactly(
    r"(?<!\w) (?: [A-Z] [\w’'.]{1,24} [ ] ){1,4} (?: School | Academy | College | Primary | Nursery ) \b"
)
TITLE = compiled(rf"(?: {'|'.join(sorted(TITLES))} ) \b")


class Offer(NamedTuple):
    """`words` that could stand in place of `instead_of`; where there are none, `leave_out` says why to leave it out."""

    instead_of: str
    words: tuple[str, ...] = ()
    leave_out: str = ""

    @property
    def sentence(self) -> str:
        """ "For a name: “a young person” or “a child”.", "For an NHS number: nothing. ..."."""
        said = [f"“{one}”" for one in self.words]
        choice = " or ".join(filter(None, [", ".join(said[:-1]), said[-1]])) if said else "nothing"
        return f"For {self.instead_of}: {choice}.{' ' * bool(self.leave_out)}{self.leave_out}"


IN_ITS_FILE = "Leave it out: it belongs in the child’s own file."
FOR_A_PLACE = ("where they live", "in the north of the borough")
OFFERED = {
    Kind.EMAIL: Offer("an e-mail address", ("wrote to the carers", "wrote to a member of staff")),
    Kind.UPN: Offer("a pupil number", leave_out=IN_ITS_FILE),
    Kind.NINO: Offer("a National Insurance number", leave_out="Leave it out: nobody needs it here."),
    Kind.ULN: Offer("a learner number", leave_out=IN_ITS_FILE),
    Kind.NHS: Offer("an NHS number", leave_out=IN_ITS_FILE),
    Kind.PHONE: Offer("a telephone number", ("rang the carers", "rang a member of staff")),
    Kind.DOB: Offer("a date of birth", ("a teenager", "a younger child"), "Leave the day out."),
    Kind.POSTCODE: Offer("a postcode", FOR_A_PLACE),
    Kind.CASE: Offer("a case number", leave_out=IN_ITS_FILE),
    Kind.NAME: Offer("a name", ("a young person", "a child", "a member of staff")),
    Kind.ADDRESS: Offer("an address", FOR_A_PLACE),
}
FOR_AN_INITIAL = Offer("an initial or a letter", ("one child", "a child"))
FOR_NAMES = Offer("names", ("one child", "another child", "a member of staff"))
FOR_A_TITLE = Offer("a name with its title", ("a member of staff", "a carer"))
FOR_A_SCHOOL = Offer("a school’s name", ("their school",))


def offers(text: str, hits: Iterable[Hit]) -> list[Offer]:
    """What could be written in place of `hits` in `text`: each offer once, in the order of the text. Pure."""
    found = sorted(hits, key=lambda hit: hit.start)
    several = len({text[hit.start : hit.end].casefold() for hit in found if hit.kind is Kind.NAME}) > 1
    for_each = [offer_for(text[hit.start : hit.end], hit.kind, several=several) for hit in found]
    return list(dict.fromkeys([*for_each, *beside(text, found)])) if found else []


def offer_for(found: str, kind: Kind, *, several: bool = False) -> Offer:
    """The words for one finding; `several`: there is another name in the same text."""
    if kind is Kind.DOB and (birthday := AN_AGE_ON.match(found)):
        return OFFERED[kind]._replace(words=(stage_of(birthday["after"]),))
    if kind is not Kind.NAME:
        return OFFERED[kind]
    if TITLE.match(found):
        return FOR_A_TITLE
    if SHORT.fullmatch(found) or not re.search(r"\w{2}", found):
        return FOR_AN_INITIAL
    return FOR_NAMES if several else OFFERED[kind]


def beside(text: str, found: list[Hit]) -> Iterator[Offer]:
    """For exact ages outside of what was found, and for names of schools."""
    for age in AN_AGE.finditer(text):
        if not any(hit.start <= age.start() < hit.end for hit in found):
            yield Offer("an exact age", (stage_of(age["after"] or age["before"]),))
    if any(is_named(school[0]) for school in A_SCHOOL.finditer(text)):
        yield FOR_A_SCHOOL


def stage_of(age: str) -> str:
    """ "11" and "eleven" are "a child at secondary school"."""
    years = int(age) if age.isdigit() else NUMBERS.index(age.casefold())
    return next(words for first, words in STAGES if years >= first)


def is_named(school: str) -> bool:
    """It has a word of its own: "Virtual School" and "Primary School" are no school's name."""
    return any(word.casefold() not in OWN | OPENERS for word in school.split())
