"""A house and its street, as "12 Mill Street": a likelihood, which warns, for a service has an address too."""

from collections.abc import Iterator

from corpparent.identifiers.surroundings import CAPITAL, exactly

STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Court|Place|Gardens|Terrace|Grove|Way|Row|Mews|Square"
    "|Hill|Walk|Rise|View"
)
OTHER = (  # what has a number before it, or a month or a court after it
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Family|Crown|County|High|Youth|Magistrates|Children"
)
NAMED = rf"(?! (?:{OTHER}) \b ) {CAPITAL} [^\W\d_]{{1,20}} (?: ['’] [a-zA-Z]{{1,10}} )? ['’]?"
HOUSE = r"\d{1,4} (?: [ ]?-[ ]?\d{1,4} )? [A-Za-z]?"
ADDRESS = exactly(
    r"(?<! [\w£.,/-] ) (?<! [Rr]egulation[ ] ) (?<! [Ss]ection[ ] ) (?<! [Ww]ard[ ] ) (?<! [Ii]tem[ ] )"
    rf"(?: (?:Flat|Unit|Room) [ ] \d{{1,4}}[A-Za-z]? ,? [ ] )? (?! (?:19|20)\d\d \b ) {HOUSE} [ ]"
    rf"(?: {NAMED} (?: [ ] {NAMED} ){{0,2}} [ ] (?:{STREETS}) | The [ ] (?:{STREETS}) ) (?! [\w] | ['’]\w )"
)


def likely_addresses(same: str) -> Iterator[tuple[int, int]]:
    """Start and end of each in text made plain."""
    return (match.span() for match in ADDRESS.finditer(same))
