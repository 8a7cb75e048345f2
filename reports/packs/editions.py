"""Making one edition: rendered outside any transaction, filed inside one."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpparent import paper
from corpparent.models import ChainHead, StoredFile
from members.models import Council
from reports.packs import v1
from reports.packs.models import Edition, Leaf, Pack
from reports.packs.v1 import render

TEMPLATES = {v1.VERSION: render}
CURRENT = v1.VERSION


@dataclass(frozen=True)
class Made:
    """An edition that is rendered and not yet filed."""

    pack: Pack
    audience: str
    facts: dict[str, Any]
    imprint: render.Imprint
    pages: list[render.Page]
    paper: paper.Paper


def make(pack: Pack, audience: Edition.Audience, facts: dict[str, Any], *, at: datetime) -> Made:
    """Render the paper and the pages of one edition from its protected facts. No write; one or two short reads."""
    template = TEMPLATES[CURRENT]
    council = Council.current()
    imprint = render.Imprint(
        edition=str(audience.label),
        audience=audience.value,
        fingerprint=fingerprint(facts),
        head=ChainHead.printed(),
        built_at=at,
        pine=council.pine,
        sun=council.sun,
    )
    printed = paper.pdf(template.paper(facts, imprint), assets=[paper.FONTS])
    return Made(pack, audience.value, facts, imprint, template.pages(facts, imprint), printed)


def fingerprint(facts: dict[str, Any]) -> str:
    """sha256 (hex) of the facts as JSON with sorted keys: what the cover names."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def file(made: Made) -> Edition:
    """Store file, edition and pages, inside the caller's transaction."""
    edition = Edition.objects.create(
        pack=made.pack,
        audience=made.audience,
        template=CURRENT,
        facts=made.facts,
        file=StoredFile.write([made.paper.content]),
        pages=made.paper.pages,
        size=len(made.paper.content),
        sha256=made.paper.sha256,
        head=made.imprint.head,
        built_at=made.imprint.built_at,
    )
    Leaf.objects.bulk_create(
        Leaf(edition=edition, number=number, slug=page.slug, title=page.title, html=page.html)
        for number, page in enumerate(made.pages, start=1)
    )
    return edition
