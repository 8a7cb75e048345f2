"""The pack under measurement: from frozen facts to PDF, beside Chromium printing the same HTML."""

from dataclasses import dataclass

from bench.floors import chromium
from bench.portal import imprint_of
from bench.rounds import wall

PAGES = 24  # what PERFORMANCE's target is about


@dataclass(frozen=True)
class Result:
    """Median wall-clock seconds of both, and the pages and bytes of ours."""

    ours: float
    floor: float
    pages: int
    size: int


def measure(edition) -> Result:
    """Build the paper of `edition` from its frozen facts, in a warm process.

    Without the council's own figures, so that it has about as many pages as the target is about.
    """
    from corpparent import paper
    from reports.packs import editions

    template = editions.TEMPLATES[edition.template]
    imprint = imprint_of(edition)
    facts = edition.facts | {"own": {}}
    html = template.paper(facts, imprint)
    printed = paper.pdf(html, assets=[paper.FONTS])
    seconds = wall(
        {
            "ours": lambda: paper.pdf(template.paper(facts, imprint), assets=[paper.FONTS]),
            "chromium": lambda: chromium.print_to_pdf(html, paper.FONTS),
        }
    )
    return Result(seconds["ours"], seconds["chromium"], printed.pages, len(printed.content))
