"""What packs ask of people, for their start page."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from corpparent.rules import why_not
from corpparent.words import day
from members.needs import Need
from members.standing import Standing
from reports.packs import rules
from reports.packs.models import Edition, Pack

READ_FOR = timedelta(days=30)
MOST = 5


def newer_versions() -> QuerySet[Pack]:
    """Of an edition's pack: its draft is then no longer worth publishing."""
    same = Pack.objects.filter(area=OuterRef("pack__area"), period=OuterRef("pack__period"))
    return same.filter(version__gt=OuterRef("pack__version"))


def needs(who: Standing) -> Iterator[Need]:
    """Drafts to publish, for those who may; packs published in the last 30 days, for every member. Two queries."""
    if not who.is_member:
        return
    editions = Edition.objects.visible_to(who).select_related("pack__area").defer("facts", "pack__facts")
    drafts = editions.filter(~Exists(newer_versions()), status=Edition.Status.DRAFT, pack__is_own=True)
    for edition in drafts.order_by("-built_at")[:MOST]:
        if not why_not(rules.check_can_publish, who, edition):
            yield Need(
                title=f"Publish the {edition.get_audience_display().lower()}",
                url=reverse("packs:edition-confirm", args=[edition.public_id]),
                about=edition.pack.title,
                why=f"Built on {day(edition.built_at)}, {edition.pages} pages. Read it first: it cannot change later.",
                tag="Draft",
            )
    since = timezone.now() - READ_FOR
    members = editions.published().filter(audience=Edition.Audience.EXEMPT, published_at__gte=since)
    for edition in members.order_by("-published_at")[:MOST]:
        yield Need(
            title="Read the quality pack",
            url=edition.get_absolute_url(),
            about=edition.pack.title,
            why="Eleven parts, and one question for each: would this be good enough for my own child?",
            tag=f"Published {day(edition.published_at)}",  # type: ignore[arg-type]
            tone="info",
        )
