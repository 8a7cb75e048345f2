"""What the pages about packs show: words, links and dates prepared here, so that templates only place them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from corpparent import progress
from corpparent.models import Job
from corpparent.rules import why_not
from corpparent.words import day, size
from members.standing import Standing
from reports.packs import rules
from reports.packs.filters import years
from reports.packs.models import Edition, Pack
from reports.packs.models.pack import title_of

EDITION_TAGS = {
    Edition.Status.DRAFT: ("due", "Draft"),
    Edition.Status.PUBLISHED: ("ok", "Published"),
}


def rows_of_list(packs: QuerySet[Pack], who: Standing) -> list[dict[str, str]]:
    """One row a pack for its list; `packs` are those that `who` may see."""
    return rows_for_members(packs, who) if who.is_member else rows_for_the_public(packs)


def rows_for_the_public(packs: QuerySet[Pack]) -> list[dict[str, str]]:
    """One query: a pack comes with its one published edition (Pack.visible_to). No tag, as all would say the same."""
    columns = packs.values_list("public_id", "area__name", "period", "version", "editions__published_at")
    return [
        row_of_list(public_id, title_of(area, period, version), f"Public edition, {day(published_at)}")  # type: ignore[arg-type]
        for public_id, area, period, version, published_at in columns
    ]


def rows_for_members(packs: QuerySet[Pack], who: Standing) -> list[dict[str, str]]:
    """Two queries: the packs, and the editions of all of them."""
    listed = list(packs.values_list("pk", "public_id", "area__name", "period", "version"))
    editions = Edition.objects.visible_to(who).filter(pack_id__in=[pack[0] for pack in listed])
    shown: dict[int, list[tuple[str, str, datetime]]] = {}
    for row in editions.values_list("pack_id", "audience", "status", Coalesce("published_at", "built_at")):
        shown.setdefault(row[0], []).append(row[1:])
    return [
        row_of_list(public_id, title_of(area, period, version), *said_of(shown.get(pk, [])))
        for pk, public_id, area, period, version in listed
    ]


def row_of_list(public_id: UUID, title: str, second: str, status: str = "", tag: str = "") -> dict[str, str]:
    return {"url": f"/packs/{public_id}/", "title": title, "second": second, "status": status, "tag": tag}


def said_of(editions: list[tuple[str, str, datetime]]) -> tuple[str, str, str]:
    """The second line of a pack with these editions (audience, status, when), and its tag."""
    if not editions:
        return "Not built yet.", "neutral", "Not built"
    names = " and ".join(Edition.Audience(audience).label.lower() for audience, _, _ in editions)
    status, tag = EDITION_TAGS[min(status for _, status, _ in editions)]  # type: ignore[index]
    return f"{names.capitalize()}, {day(max(at for _, _, at in editions))}", status, tag


def years_of_list(chosen: str) -> list[dict[str, Any]]:
    """Links that cut the list to one financial year, newest first, after one for all of them."""
    url = reverse("packs:pack-list")
    links = [("", "All years"), *years(timezone.localdate())]
    return [
        {"label": label, "url": f"{url}?year={code}" if code else url, "is_current": code == chosen}
        for code, label in links
    ]


def editions_of_page(pack: Pack, who: Standing) -> list[dict[str, Any]]:
    """The editions of `pack` that `who` may see, each with its facts, links and verb."""
    editions = pack.editions.visible_to(who).select_related("published_by").defer("facts")  # type: ignore[attr-defined]
    return [_edition(edition, pack, who) for edition in editions]


def _edition(edition: Edition, pack: Pack, who: Standing) -> dict[str, Any]:
    edition.pack = pack
    status, tag = EDITION_TAGS[edition.status]  # type: ignore[index]
    refusal = why_not(rules.check_can_publish, who, edition)
    is_draft = not edition.is_published
    args = [edition.public_id]
    return {
        "label": edition.get_audience_display(),
        "status": status,
        "tag": tag,
        "for_whom": FOR_WHOM[edition.audience],
        "pages": edition.pages,
        "size": size(edition.size),
        "facts": _facts(edition, is_for_members=who.is_member),
        "url": reverse("packs:edition-detail", args=args),
        "pdf_url": reverse("packs:edition-pdf", args=args),
        "figures_url": reverse("packs:edition-figures", args=args),
        "confirm_url": reverse("packs:edition-confirm", args=args) if not refusal else "",
        "why_not_publish": refusal if is_draft else "",
    }


FOR_WHOM: dict[str, str] = {
    Edition.Audience.EXEMPT: "For councillors and officers with an appointment. Not for publication.",
    Edition.Audience.PUBLIC: "For everybody.",
}


def _facts(edition: Edition, *, is_for_members: bool) -> list[dict[str, str]]:
    """Who published it is for members; the public sees that the council did."""
    facts = [
        {"label": "Built", "value": day(edition.built_at)},
        {"label": "Pages", "value": str(edition.pages)},
        {"label": "Size", "value": size(edition.size)},
        {"label": "sha256", "value": edition.sha256},
        {"label": "Record", "value": edition.head},
    ]
    if edition.published_at and edition.published_by:
        by = f" by {edition.published_by.name}" if is_for_members else ""
        facts.insert(1, {"label": "Published", "value": f"{day(edition.published_at)}{by}"})
    return facts


def other_versions(pack: Pack, who: Standing) -> list[Pack]:
    """Other versions of the same area and period, newest first."""
    same = Pack.objects.visible_to(who).filter(area=pack.area_id, period=pack.period)
    return list(same.exclude(pk=pack.pk).select_related("area").defer("facts"))


def progress_of(job: Job, pack: Pack) -> dict[str, Any]:
    """Arguments of components/progress.html for the building of `pack`."""
    return progress.progress_of(
        job,
        label="Building the pack",
        url=reverse("packs:pack-detail", args=[pack.public_id]),
        progress_url=reverse("packs:pack-progress", args=[pack.public_id]),
        next_label="See the pack",
    )


# What a page of the twin shows of itself, its edition, its pack and its area, for one query without models.
LEAF = [
    *("edition_id", "number", "title", "html"),
    *(f"edition__{name}" for name in ("public_id", "audience", "status", "pages", "size")),
    *(f"edition__pack__{name}" for name in ("public_id", "period", "version", "area__name")),
]


def page_of(leaf: dict[str, Any], parts: Iterable[tuple[int, str, str]]) -> dict[str, Any]:
    """One page of the twin, by its columns LEAF, among the `parts` (number, slug, title) of its edition."""
    stem = f"/packs/editions/{leaf['edition__public_id']}/"
    contents = [
        {"label": title, "url": f"{stem}{slug}/", "is_current": number == leaf["number"]}
        for number, slug, title in parts
    ]
    following = contents[leaf["number"] : leaf["number"] + 1]
    pack = [leaf[f"edition__pack__{name}"] for name in ("area__name", "period", "version")]
    edition = Edition.Audience(leaf["edition__audience"]).label
    status, tag = EDITION_TAGS[leaf["edition__status"]]
    return {
        "title": leaf["title"],
        "html": leaf["html"],
        "pack_title": title_of(*pack),
        "pack_url": f"/packs/{leaf['edition__pack__public_id']}/",
        "pdf_url": f"{stem}pdf/",
        "figures_url": f"{stem}figures/",
        "edition_status": status,
        "edition_tag": edition if tag == "Published" else f"{tag}, {edition.lower()}",
        "pages": leaf["edition__pages"],
        "size": size(leaf["edition__size"]),
        "contents": contents,
        "next_leaf": following[0] if following else None,
    }


def file_stem(edition: Edition) -> str:
    """Name of a downloaded file, without its ending: "larchford-2025-26-public"."""
    return f"{slugify(edition.pack.area.name) or 'council'}-{edition.pack.period.lower()}-{edition.audience}"
