"""Text as the patterns want it: one kind of space, dash, digit and letter, and nothing that cannot be seen."""

import unicodedata
from collections.abc import Sequence

UNSEEN = "\u200b"
FULL_WIDTH = range(0xFF01, 0xFF5F)  # the forms of ! to ~ that are as wide as a Chinese character
TO_ASCII = 0xFEE0


class Plainly(dict[int, str]):
    """What stands for each character, worked out when it is first met: exactly one character, so places stay."""

    def __missing__(self, code: int) -> str:
        self[code] = plain_character(chr(code))
        return self[code]


def plain_character(character: str) -> str:
    """ "٣" is "3", "－" is "-", a non-breaking space is " ", a soft hyphen is unseen, "a" is itself."""
    if ord(character) in FULL_WIDTH:
        return chr(ord(character) - TO_ASCII)
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if category == "Pd" or character == "−":
        return "-"
    return UNSEEN if category == "Cf" else character


PLAINLY = Plainly()


def plain(text: str) -> tuple[str, Sequence[int]]:
    """`text` made plain, and for each character of that its place in `text`."""
    same_length = text.translate(PLAINLY)
    if UNSEEN not in same_length:
        return same_length, range(len(text))
    seen = [place for place, character in enumerate(same_length) if character != UNSEEN]
    return same_length.replace(UNSEEN, ""), seen
