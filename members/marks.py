"""The council's mark: whatever a file says it is, only a picture that we drew again from its points is kept."""

import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from PIL import Image

from corpparent.words import KILOBYTE, size

LARGEST = 200 * KILOBYTE
LARGEST_DRAWING = 4_000 * KILOBYTE  # a page of paper as a scanner sends it
WIDEST = 4096  # points, as it comes
SHOWN = 512  # points at most, as it is kept
NOT_A_PICTURE = "This file is not a PNG picture. Save the {what} as PNG and choose it again."


def redrawn(content: bytes, *, what: str = "mark", largest: int = LARGEST) -> bytes:
    """Return the PNG `content` drawn anew, at most 512 points wide and high, with nothing in it but the picture.

    Raises ValidationError of the field `what`: larger than `largest` bytes, no PNG, broken, or too many points.
    """
    if len(content) > largest:
        raise refused(what, f"This file is {size(len(content))}. Choose a PNG of at most {size(largest)}.")
    picture = _opened(content, what)
    if max(picture.size) > WIDEST:
        wide, high = picture.size
        raise refused(what, f"This picture is {wide} by {high} points. Make it at most {WIDEST} by {WIDEST}.")
    try:
        drawn = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as broken:
        raise refused(what, NOT_A_PICTURE.format(what=what)) from broken
    drawn.thumbnail((SHOWN, SHOWN))
    plain = Image.new("RGBA", drawn.size)  # what the file said beside its picture stays behind
    plain.paste(drawn)
    kept = BytesIO()
    plain.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _opened(content: bytes, what: str) -> Image.Image:
    """The picture with its points still unread: a small file may claim a picture that fills the memory."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is judged by us
            Image.open(BytesIO(content), formats=["PNG"]).verify()  # sums of its parts; the picture is spent by it
            return Image.open(BytesIO(content), formats=["PNG"])
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        raise refused(what, NOT_A_PICTURE.format(what=what)) from broken


def refused(what: str, sentence: str) -> ValidationError:
    return ValidationError({what: sentence})
