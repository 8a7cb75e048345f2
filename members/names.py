"""Names as people write them, in any script."""

import unicodedata

from django.core.exceptions import ValidationError

# Control characters, halves of characters, private ones and those that no standard knows.
UNWRITABLE = {"Cc", "Cs", "Co", "Cn"}
# They turn the direction of everything after them. (Joiners stay: Persian and Hindi names need them.)
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tidy(text: str) -> str:
    """One space between words and none around them; the same letter is the same character (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def validate_name(text: str) -> None:
    """Raise ValidationError for what is no name: invisible characters, or no letter at all."""
    if any(unicodedata.category(char) in UNWRITABLE or char in TURNING for char in text):
        raise ValidationError("This has characters that cannot be seen. Type the name again.", code="invisible")
    if not any(char.isalpha() for char in text):
        raise ValidationError("Enter the name in letters, of any alphabet.", code="no_letters")
