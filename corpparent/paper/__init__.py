"""HTML to PDF/UA-1: a string in, bytes out. No query, no clock, no settings.

WeasyPrint lays out and tags; `tidying` then mends what its tags leave short, so that the file meets ISO 14289-1.
The same HTML and the same assets give the same bytes: the only date in a file is the one that its HTML carries in
`<meta name="dcterms.created">`.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from corpparent.paper import styles
from corpparent.paper.assets import FONTS, Assets, NotPrintable, base_of
from corpparent.paper.tidying import tidy

__all__ = ["FONTS", "NotPrintable", "Paper", "pdf"]


@dataclass(frozen=True)
class Paper:
    """A finished PDF: its bytes, how many pages it has, and its SHA-256 in hexadecimal."""

    content: bytes
    pages: int
    sha256: str


def pdf(html: str, *, assets: Sequence[Path]) -> Paper:
    """Print `html` as tagged PDF.

    `assets` are the folders from which stylesheets, fonts and pictures may come; relative references start at the
    first. The HTML needs `lang` and `<title>`; links must be whole; a picture without words (`alt`, or the `title` of
    an SVG) counts as decoration. Raises NotPrintable, which names what was refused. Source: SECURITY, rule 10.
    """
    with uncollected():
        raw = printed(html, assets)
        finished = BytesIO()
        with Pdf.open(BytesIO(raw)) as file:
            tidy(file)
            pages = len(file.pages)
            file.save(finished, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    content = finished.getvalue()
    return Paper(content, pages, sha256(content).hexdigest())


def printed(html: str, assets: Sequence[Path]) -> bytes:
    """Return what WeasyPrint makes of `html`. Raises NotPrintable."""
    source = HTML(string=html, base_url=base_of(assets), url_fetcher=Assets(assets))
    try:
        style = styles.taken_from(source, assets)
        return source.write_pdf(
            pdf_variant="pdf/ua-1", uncompressed_pdf=True, stylesheets=[style.sheet], font_config=style.fonts
        )
    except FatalURLFetchingError as error:
        raise NotPrintable(str(error.__cause__ or error)) from error


@contextmanager
def uncollected() -> Iterator[None]:
    """Lay out without the cyclic collector.

    Boxes hold on to each other until the last page is drawn, so it finds nothing and takes a seventh of the time; the
    memory needed was the same (measured on 24 pages, 132 MB).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
