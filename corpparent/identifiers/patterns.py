"""What each kind of identifier looks like in text made plain, before check digits and the words around it are asked.

Every pattern is bounded in length or, where it is not, begins only where the run of its characters begins: so the
time taken grows with the text and no faster, whatever its shape.
"""

import re

from corpparent.identifiers.kinds import Kind

POSTCODE_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL"
    "|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX"
    "|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN"
    "|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
YEAR = r"(?:19|20)\d\d"
DAY = (
    r"(?: \d\d?(?:[ ]?(?:st|nd|rd|th))? | (?: (?:twenty|thirty)[ -] )?"
    r"(?: first | second | third | fourth | fifth | sixth | seventh | eighth | ninth ) | tenth | eleventh | twelfth"
    r" | (?: thir | four | fif | six | seven | eigh | nine )teenth | twentieth | thirtieth )"
)
AGE = (
    r"(?: \d\d? | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve"
    r" | (?: thir | four | fif | six | seven | eigh | nine )teen | twenty(?:-one)? )"
)
# Not in the middle of a word or of a longer number, unless its name is glued to it. "_" parts words.
ALONE = (
    r"(?: (?<![^\W_]) (?<! [£$€] ) (?<! [£$€][ ] ) (?<! \d[.,/-] )"
    r"| (?<= NHS | DOB | ULN | UPN | Tel | Mob ) | (?<= NINO ) | (?<= number ) )"
)
NO_MORE = r"(?! [^\W_] | [.,/]\d )"


def compiled(pattern: str) -> re.Pattern[str]:
    """Capitals and small letters alike; spaces in `pattern` are for its reader."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


PATTERNS = {
    # Also as people hide it from machines: "sam [at] example [dot] org".
    Kind.EMAIL: compiled(
        r"(?<![\w.%+-]) (?<!\w['’]) \w (?: [\w.%+-] | ['’](?=\w) )*+ (?: [ ]?@[ ]? | [ ]?[(\[]at[\])][ ]? )"
        r"\w[\w-]*+ (?: (?: \. | [ ]?[(\[]dot[\])][ ]? ) \w[\w-]*+ )++"
        r"| (?<![\w.%+-]) \w[\w.%+-]{0,40} [ ]at[ ] \w[\w-]{0,40} (?: [ ]dot[ ] \w[\w-]{0,40} )+"
    ),
    # Source: DfE, Unique pupil numbers guide; a temporary number ends with a letter.
    Kind.UPN: compiled(rf"{ALONE} [A-HJ-NP-RT-Z] (?: [ -]?\d ){{11}} [ -]? [0-9A-HJ-NP-RT-Z] {NO_MORE}"),
    # Source: HMRC, National Insurance Manual NIM39110; D, F, I, Q, U, V and some pairs of letters are never given,
    # but are asked for only where its name is not said (telling.py).
    Kind.NINO: compiled(
        rf"{ALONE} [A-Z]{{2}}"
        rf"[ .-]{{0,2}} \d\d [ .-]? \d\d [ .-]? \d\d (?: [ .-]{{0,2}} [A-D] )? {NO_MORE}"
    ),
    Kind.ULN: compiled(rf"{ALONE} [1-9] (?: [ -]?\d ){{9}} {NO_MORE}"),
    Kind.NHS: compiled(rf"{ALONE} \d (?: [ ._/-]{{0,2}} \d ){{9}} {NO_MORE}"),
    # Of people and homes: 01, 02 and 07. Numbers with 03 and 08 belong to organisations, helplines among them.
    Kind.PHONE: compiled(
        rf"{ALONE} (?:"
        r"  (?: \( (?= \d{3,6}\) ) )? 0[127]\d (?: [)._/ -]{0,2} \d ){8}"
        r"| (?-i: [0O]7 (?: [ -]? [\dO] ){9} )"  # letters that look like noughts
        r"| (?: \( (?= \d{5,6}\) ) )? 01 (?: \d{3} \)? [ -] \d{5} | \d{4} \)? [ -] \d{4} )"  # a few towns
        r"| 0[127] [ -] \d{3,4} [ -]? \d{3} [ -]? \d{3}"
        r"| 0 [ -]{1,2} 7 (?: [ -]{1,2} \d ){9}"
        r"| 0 [ -] 7\d{3} [ -]? \d{3} [ -]? \d{3}"
        r"| (?: (?: \+[ ]? | 00[ ]? ) 44 | [(]\+44[)] ) (?: [ .-]? \(0\) )? [ .-]? \(? [127]\d (?: [). -]{0,2} \d ){8}"
        r"| 44 [ ]? 7\d{3} [ -]? \d{3} [ -]? \d{3}"
        r"| 7\d{3} [ -]? \d{3} [ -]? \d{3}"  # a spreadsheet took the nought: only where it is named
        r"| (?: \+ (?!44) [1-9]\d? | 00[ ]? (?!44) [2-9]\d ) (?: [() -]{0,2} \d ){8,12}"
        rf") {NO_MORE}"
    ),
    Kind.DOB: compiled(
        rf"{ALONE} (?:"
        r"  (?P<age> turn(?:ed|s|ing) | (?:he|she|who|child) [ ] (?:is|was|will[ ]be) )"
        rf"  [ ] {AGE} [ ] on [ ] (?:the[ ])? {DAY} [ ] (?:of[ ])? {MONTH} (?:[ ,]{{1,2}} {YEAR})?"
        rf"| \d\d? (?P<gap>[ ]?) (?P<mark>[/\\. -]) [ ]? \d\d? (?P=gap) (?P=mark) [ ]? (?: {YEAR} | ['’]?\d\d )"
        rf"| {YEAR} (?P<iso>[/.-]) \d\d? (?P=iso) \d\d?"
        rf"| {DAY} [ ./-]{{0,2}} (?:of[ ])? {MONTH} [ ,/-]{{0,2}} (?: {YEAR} | ['’]?\d\d )"
        rf"| {MONTH} [ -] {DAY} [ ,-]{{1,2}} {YEAR}"
        rf"| {YEAR} [ -] {MONTH} [ -] \d\d?"
        rf"| [0-3]\d [01]\d (?: {YEAR} | \d\d )"
        rf"| {DAY} [ ] (?:of[ ])? {MONTH}"  # without its year: only a birthday
        rf") {NO_MORE}"
    ),
    # Ordinals and measures in small letters are none: "class B12 3rd row", "gate B5 2ft".
    Kind.POSTCODE: compiled(
        rf"{ALONE} (?: GIR [ ]? 0AA | (?: {POSTCODE_AREAS} ) \d[\dA-Z]? (?: [ ]{{0,2}} | - )"
        rf"(?! \d(?-i: st|nd|rd|th|ft|hr|yr|lb )\b ) \d[ABD-HJLNP-UW-Z]{{2}} ) {NO_MORE}"
    ),
}
