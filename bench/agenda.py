"""The agenda pack under measurement: tagged papers bound, numbered, with bookmarks and structure, beside qpdf joining.

The papers and the front are made beforehand: binding is what is measured.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.floors import joining
from bench.rounds import cpu
from corpparent import paper
from corpparent.binding import Bound, Part, Placed, bind, part_link

PAPERS, PAGES = 20, 20
LINES, ROWS = 12, 8  # paragraphs and rows of a table on a page


@dataclass(frozen=True)
class Result:
    """Median CPU seconds of both, and the pages and bytes of ours."""

    ours: float
    floor: float
    pages: int
    size: int


def printed(title: str, body: str) -> bytes:
    html = f'<!doctype html><html lang="en-GB"><head><title>{title}</title></head><body>{body}</body></html>'
    return paper.pdf(html, assets=[paper.FONTS]).content


def report(number: int) -> bytes:
    """A tagged paper of `PAGES` pages, each but the first with a heading, a link, paragraphs and a table."""
    heads = "<thead><tr><th>Year</th><th>Children</th><th>Rate</th></tr></thead>"
    pages = []
    for page in range(1, PAGES):
        link = f'<p>Compare <a href="#p{page % (PAGES - 1) + 1}">another area</a>.</p>'
        words = f"What was found in area {page} of {number} is told later, and the plan is kept to by all"
        lines = "".join(f"<p>{words} {line} partners in the county over the year.</p>" for line in range(LINES))
        rows = "".join(f"<tr><th>{2000 + row}</th><td>{row * number}</td><td>{row}</td></tr>" for row in range(ROWS))
        table = f"<table>{heads}<tbody>{rows}</tbody></table>"
        pages.append(f'<h2 id="p{page}" style="break-before: page">Area {page}</h2>{link}{lines}{table}')
    return printed(f"Report {number}", f"<h1>Report {number}</h1>{''.join(pages)}")


def front(placed: list[Placed]) -> bytes:
    lines = "".join(f'<li><a href="{part_link(one.number)}">{one.title}</a>, page {one.page}</li>' for one in placed)
    return printed("Agenda", f"<h1>Agenda</h1><ol>{lines}</ol>")


def measure() -> Result:
    """Bind the papers in a warm process, and let qpdf join them."""
    parts = [Part(f"Report {number}", report(number)) for number in range(1, PAPERS + 1)]
    sheet = front([Placed(number, part.title, 1, number, PAGES) for number, part in enumerate(parts, start=1)])

    def bound() -> Bound:
        return bind(sheet, parts, first_page=1, lang="en-GB", title="Agenda pack", label="Committee")

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.pdf") for number in range(1, PAPERS + 1)]
        for path, part in zip(paths, parts, strict=True):
            path.write_bytes(part.content)
        seconds = cpu({"ours": bound, "qpdf": lambda: joining.join(paths, Path(folder, "pack.pdf"))})
    pack = bound()
    return Result(seconds["ours"], seconds["qpdf"], pack.pages, len(pack.content))
