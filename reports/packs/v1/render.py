"""From frozen facts to the two forms of an edition: pages for the screen, and one document for paper."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from corpparent.themes import QUESTION
from corpparent.words import day, moment
from reports.packs.v1.pack import NOTES, PROMISED, SUMMARY, VISITED, Pack

PROMISED_TITLE = "What we promised, and what children say"
VISITED_TITLE = "What visits to homes found"


@dataclass(frozen=True)
class Page:
    """One page of the twin: `html` is the inside of its reading column."""

    slug: str
    title: str
    html: str


@dataclass(frozen=True)
class Imprint:
    """What an edition says of itself, beside its facts."""

    edition: str  # "Public edition"
    audience: str  # "public"
    fingerprint: str  # sha256 of the facts shown
    head: str  # head of the record, number:hash
    built_at: datetime
    pine: str
    sun: str

    @property
    def short_fingerprint(self) -> str:
        """For the cover: "7b41 2e90"."""
        return f"{self.fingerprint[:4]} {self.fingerprint[4:8]}"

    @property
    def short_head(self) -> str:
        """For the cover, and long enough for `verify_record --head`: "1042:ab12cd34"."""
        number, _, digest = self.head.partition(":")
        return f"{number}:{digest[:8]}"


def pages(facts: dict[str, Any], imprint: Imprint) -> list[Page]:
    """The twin, page by page: summary, promises and voices where there are some, visits to homes, the eleven parts,
    how the numbers are protected.
    """
    pack = Pack(facts)
    shared = context(pack, imprint)
    return [
        Page(SUMMARY, "What you need to know", render_to_string("packs/v1/leaf_summary.html", shared)),
        *(
            [Page(PROMISED, PROMISED_TITLE, render_to_string("packs/v1/leaf_promised.html", shared))]
            * bool(pack.promised)
        ),
        *([Page(VISITED, VISITED_TITLE, render_to_string("packs/v1/leaf_visited.html", shared))] * bool(pack.visited)),
        *(
            Page(
                part.theme.slug, part.theme.title, render_to_string("packs/v1/leaf_part.html", shared | {"part": part})
            )
            for part in pack.parts
        ),
        Page(NOTES, "How the numbers are protected", render_to_string("packs/v1/leaf_notes.html", shared)),
    ]


def paper(facts: dict[str, Any], imprint: Imprint) -> str:
    """The whole edition as one HTML document for `corpparent.paper.pdf`."""
    return render_to_string("packs/v1/paper.html", context(Pack(facts), imprint))


def context(pack: Pack, imprint: Imprint) -> dict[str, Any]:
    """What every template of this version knows."""
    local = {
        "built_on": day(imprint.built_at),
        "frozen_at": moment(datetime.fromisoformat(pack.facts["frozen_at"])),
    }
    return {
        "pack": pack,
        "facts": pack.facts,
        "imprint": imprint,
        "question": QUESTION,
        "notes": NOTES,
        "promised": PROMISED,
        "visited": VISITED,
        **local,
    }
