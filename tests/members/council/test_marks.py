from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, PngImagePlugin

from members.marks import LARGEST, redrawn
from tests.members.council.pictures import claiming, jpeg, png


def test_a_large_mark_is_made_smaller():
    assert Image.open(BytesIO(redrawn(png(2000, 1000)))).size == (512, 256)


def test_a_small_mark_keeps_its_size_and_its_clear_ground():
    drawn = Image.open(BytesIO(redrawn(png(40, 40, colour=(255, 0, 0, 0)))))
    assert (drawn.size, drawn.getpixel((1, 1))[3]) == ((40, 40), 0)


def test_nothing_but_the_picture_is_kept():
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "A. Person")
    content = BytesIO()
    Image.new("RGB", (10, 10)).save(content, "PNG", pnginfo=said)
    assert b"A. Person" in content.getvalue()
    assert b"A. Person" not in redrawn(content.getvalue() + b"<script>alert(1)</script>")
    assert b"script" not in redrawn(content.getvalue() + b"<script>alert(1)</script>")


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a", jpeg(), png()[:60], b"\x89PNG\r\n\x1a\n"], ids=range(6))
def test_what_is_no_png_is_refused(content):
    with pytest.raises(ValidationError, match="not a PNG picture"):
        redrawn(content)


def test_a_large_file_is_refused():
    with pytest.raises(ValidationError, match="Choose a PNG of at most 200"):
        redrawn(png() + b"0" * LARGEST)


@pytest.mark.parametrize(
    ("size", "sentence"), [((5000, 10), "5000 by 10 points"), ((60000, 60000), "not a PNG picture")]
)
def test_a_picture_that_claims_to_be_huge_is_refused_unread(size, sentence):
    with pytest.raises(ValidationError, match=sentence):
        redrawn(claiming(*size))
