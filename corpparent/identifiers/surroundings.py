"""What stands around the name of a person, and around what is none; and what a word with a capital looks like."""

import re

from corpparent.identifiers.patterns import compiled


def exactly(pattern: str) -> re.Pattern[str]:
    """Capitals are capitals; spaces in `pattern` are for its reader."""
    return re.compile(pattern, re.VERBOSE)


CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]"
# Not of capitals alone, as "EWCA" is.
WORD = rf"(?<![\w@./]) (?! [A-Z]{{2}} ) {CAPITAL} [^\W\d_]{{1,24}} (?: ['’-] {CAPITAL}[^\W\d_]{{1,24}} )? (?![\w@])"
RUN = exactly(rf"{WORD} (?: [ ] {WORD} ){{0,5}}")
ONE = exactly(WORD)

DOES = exactly(
    r"(?: ['’]s [ ] (?: mum | mother | dad | father | room | bedroom | social | carer | family | brother | sister"
    r"  | school | key | placement | birthday )"
    r"| [ ] (?: (?: who | also | then | really | still | just ) [ ] )?"
    r"  (?: said | says | told | asked | asks | wants | wanted | likes | loves | hates | feels | felt | thinks | misses"
    r"  | lives | shares | turned | turns | would[ ]like | went[ ]missing | ran[ ]away | cried "
    r"  | moved[ ](?: in | out | to )"
    r"  | is[ ](?: waiting | happy | unhappy | worried | upset | afraid | scared | doing | moving | settled | settling"
    r"    | aged | \d\d? (?! [ ](?: on | of | in | per | at | to | out ) | % ) )"
    r"  | has[ ](?: moved | turned | asked | told | settled | run | lived )"
    r"  | was[ ](?: upset | worried | moved | happy | excluded | sad | placed ) )"
    r"| [ ]? [(] (?: \d\d? | aged | age | resident ) | , [ ] 1?\d (?= , [ ] [a-z] ) ) \b"
)
INTRODUCED = compiled(
    r"\b (?: (?: spoke | talked | sat | lunch | tea | played | chatted ) [ ] (?: with | to ) | met"
    r"| (?: his | her | their | my ) [ ]"
    r"  (?: (?: older | younger | little | big | twin | half | foster | social | key ) [ -] )?"
    r"  (?: brother | sister | mum | mother | dad | father | nan | uncle | auntie? | cousin | friend | carer | worker )"
    r") [ ] $"
)
CALLED = compiled(
    r"\b (?P<what> [\w’'-]+ [ ])? (?: called | named | whose[ ]name[ ]is | name[ ]is | known[ ]as | goes[ ]by ) [ ] $"
)
PLACED = compiled(
    r"\b (?: in | at | near | the | outside | visited | visiting"
    r"| (?: mov\w+ | went | travel\w+ | trip | visit | drove | walk\w* | outing | bus | train | holiday ) [ ]"
    r"  (?: to | from )"
    r") [ ] $"
)
SENTENCE = exactly(r"(?: ^ | [.!?:;“\"\n\r•-] \s* | [(] ) $")
PLURALS = ("ers", "ors", "ents", "ists", "ants", "ians", "ees", "ings", "ions", "ies")
INITIALS = exactly(rf"(?<![\w.]) (?: {CAPITAL} \. [ ]? ){{1,3}} $")
# Of whom no name is written, and who is meant all the same: "J.S. wants", "Child A".
SHORT = exactly(
    rf"(?<![\w.]) (?: (?: {CAPITAL}\. ){{2,3}} (?= {DOES.pattern} )"
    r"| (?: [Cc]hild | [Gg]irl | [Bb]oy | [Rr]esident | [Yy]oung[ ][Pp]erson ) [ ] [A-Z]"
    r"  (?! [\w.’'-] | [ ] [Ll]evel ) )"
)
UNUSUAL = exactly(rf"(?<![\w@./’'-]) (?: [a-z]{{3,14}} | [A-Z]{{3,14}} ) (?= {DOES.pattern} )")
