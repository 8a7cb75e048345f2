"""Small PDFs for tests: real ones, with text that can be read and whatever a test puts into them."""

from collections.abc import Callable
from io import BytesIO

from pikepdf import Dictionary, Name, Pdf

Change = Callable[[Pdf], object]


def pdf_of(*texts: str, change: Change | None = None) -> bytes:
    """A PDF of a page a text; "" is a page without a text layer. `change` is done to it before it is written."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for text in texts:
            page = pdf.add_blank_page(page_size=(595, 842))
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            page.Contents = pdf.make_stream(drawn(text))
        if change:
            change(pdf)
        written = BytesIO()
        pdf.save(written)
    return written.getvalue()


def drawn(text: str) -> bytes:
    """What draws the lines of `text` on an A4 page."""
    lines = (line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in text.split("\n"))
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1") if text else b""
