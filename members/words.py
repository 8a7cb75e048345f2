"""The council's own words: children rename things, and every page, paper and e-mail follows.

Source of terms and of words to avoid: docs/reference/glossary.md.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from members.models import Council, Vocabulary

LONGEST = 60


@dataclass(frozen=True)
class Term:
    """`default` is what the portal says unless the council says otherwise; `sample` shows the words at work."""

    default: str
    means: str
    sample: str
    source: str = "ours"


YOUNG_PEOPLE = "children and young people prefer it"
TERMS = {
    "our-children": Term(
        "our children",
        "all the children the council is a parent to; the name of this portal",
        "How {} are doing.",
        "councils’ usage",
    ),
    "children-in-care": Term(
        "children in care",
        "children the council looks after, by a court’s order or by agreement",
        "How many {} there are.",
        f"Ofsted: {YOUNG_PEOPLE}; the law says looked-after children (Children Act 1989 s22)",
    ),
    "child-in-care": Term(
        "child in care", "one child whom the council looks after", "A {} has a right to be heard.", "as above"
    ),
    "care-experienced": Term(
        "care-experienced young people",
        "those who were in care and are adults, or nearly so",
        "What {} can ask the council for.",
        f"{YOUNG_PEOPLE}; the law says care leavers (Children (Leaving Care) Act 2000)",
    ),
    "corporate-parent": Term(
        "corporate parent",
        "the council as a whole, and each councillor, officer and partner in it",
        "What a {} is asked to do.",
        "Children and Social Work Act 2017 s1",
    ),
    "corporate-parents": Term("corporate parents", "several corporate parents", "All councillors are {}.", "as above"),
    "corporate-parenting": Term(
        "corporate parenting", "what corporate parents do", "Seven principles of {}.", "as above"
    ),
    "corporate-parenting-body": Term(
        "corporate parenting board",
        "the board, panel or committee that leads on it",
        "The {} meets six times a year.",
        "councils’ usage",
    ),
    "childrens-council": Term(
        "Children in Care Council",
        "the group through which children speak to the council",
        "What the {} told us.",
        "councils’ usage; children often choose a name of their own",
    ),
    "pledge": Term("pledge", "what the council promises its children", "Our {} to you.", "Care Matters, 2007"),
    "promise": Term("promise", "one sentence of the pledge", "Did we keep this {}?", "councils’ usage"),
    "promises": Term("promises", "several sentences of the pledge", "Which {} we kept.", "councils’ usage"),
    "local-offer": Term(
        "local offer",
        "the help that care-experienced young people can ask for",
        "Read the {}.",
        "Children and Social Work Act 2017 s2",
    ),
    "home": Term("home", "where a child lives", "Every child has a {}.", YOUNG_PEOPLE),
    "visit": Term("visit", "a councillor’s visit to a children’s home", "Your next {}.", "councils’ usage"),
    "family-time": Term("family time", "seeing one’s family", "How often there is {}.", YOUNG_PEOPLE),
    "personal-adviser": Term(
        "personal adviser",
        "the worker of a care-experienced young person",
        "You can ask your {}.",
        "Children (Leaving Care) Act 2000",
    ),
}
DEFAULTS = {slug: term.default for slug, term in TERMS.items()}

# Words children have asked not to hear, and what to say instead.
NEVER = {
    "LAC": "children in care",
    "CLA": "children in care",
    "placement": "home",
    "contact": "family time",
    "abscond": "go missing",
    "NEET": "not in education, employment or training",
    "sibling": "brothers and sisters",
    "respite": "a stay with somebody",
    "unit": "home",
}

PHRASES = {slug: default for slug, default in DEFAULTS.items() if " " in default}
# The longest first, so that a council's name for the Children in Care Council is found before that for its children.
LONGEST_FIRST = "|".join(re.escape(default) for default in sorted(PHRASES.values(), key=len, reverse=True))
PHRASE = re.compile(rf"\b({LONGEST_FIRST})\b", re.IGNORECASE)

# The council as it was glanced at, and its words: both are remembered for the same ten seconds.
_seen: tuple[Council, dict[str, str]] | None = None


def current() -> dict[str, str]:
    """What the council says for each term, by slug. One query."""
    own = dict(Vocabulary.objects.values_list("term", "words"))
    return {slug: own.get(slug, default) for slug, default in DEFAULTS.items()}


def remembered() -> dict[str, str]:
    """The words by slug, as they were at most ten seconds ago."""
    if _seen is None or _seen[0] is not Council.glance():
        return read_again()
    return _seen[1]


def read_again() -> dict[str, str]:
    """The words by slug as they are now, for what is kept: a pack, a paper. One query."""
    global _seen
    _seen = (Council.glance(), current())
    return _seen[1]


def glance() -> dict[str, str]:
    """The same as templates name them: `words.children_in_care`."""
    return for_templates(remembered())


def for_templates(words: Mapping[str, str]) -> dict[str, str]:
    """`words` by slug with the underscores that templates need."""
    return {slug.replace("-", "_"): said for slug, said in words.items()}


def check_words(said: str) -> str:
    """Return what the council wants to say, on one line. Raises ValidationError with the reason when it cannot be."""
    line = " ".join(said.split())
    if not line:
        raise ValidationError("Enter the words, or put the portal’s own back.")
    if len(line) > LONGEST:
        raise ValidationError(f"These words have {len(line)} characters. Keep them to {LONGEST}.")
    if not line.isprintable():
        raise ValidationError("These words hold a sign that cannot be printed. Type them again.")
    for word, instead in NEVER.items():
        if re.search(rf"\b{word}(s|ed|ing)?\b", line, re.IGNORECASE):
            raise ValidationError(f"Children have asked us not to say “{word}”. Say “{instead}”, or ask them.")
    return line


def say(text: str, words: Mapping[str, str] | None = None) -> str:
    """`text`, written in the portal's own words, as the council says it: in `words` by slug, or those remembered.

    Phrases only, because a single word such as “home” means more than one thing. A capital at the beginning stays one.
    """
    words = remembered() if words is None else words
    if all(words.get(slug, default) == default for slug, default in PHRASES.items()):
        return text
    own = {default: words.get(slug, default) for slug, default in PHRASES.items()}
    return PHRASE.sub(lambda match: _as_begun(match[0], own), text)


def _as_begun(found: str, own: Mapping[str, str]) -> str:
    said = own.get(found) or own.get(found[:1].lower() + found[1:]) or found
    return said[:1].upper() + said[1:] if found[:1].isupper() else said
