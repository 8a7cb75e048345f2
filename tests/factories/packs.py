"""Packs and editions; frozen facts written by hand, for what is pure."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from corpparent.themes import THEMES
from members.words import DEFAULTS
from reports.packs.models import Edition, Leaf, Pack, Section
from reports.packs.v1.render import Imprint
from tests.factories.corpparent import StoredFileFactory
from tests.factories.indicators import AreaFactory
from tests.factories.members import PersonFactory

NOW = datetime(2024, 11, 4, 10, 30, tzinfo=UTC)
NAMES = {"us": "Larchford", "region": "Middle Shires", "england": "England", "neighbours": "Similar councils"}


def figure(value, period="2022-23", **changes):
    """One published number as packs freeze it; `figure(None, symbol="c")` where a sign stands."""
    parts = {"period": period, "value": value, "numerator": None, "denominator": None, "symbol": ""}
    return parts | {"is_provisional": False, "is_published": True} | changes


def indicator(code="dentist", years=(2022, 2023), **changes):
    """One indicator over `years` to March; series may be given as numbers: `indicator(us=["64", "68"])`."""
    periods = [f"{year - 1}-{year % 100:02}" for year in years]
    lines = {role: changes.pop(role) for role in NAMES if role in changes} or {
        "us": ["64", "68"],
        "england": ["65", "66"],
    }
    definition = {
        "code": code,
        "version": 1,
        "title": "Children seen by a dentist",
        "sentence": "of our children were seen by a dentist in the last year",
        "numerator": "Of those, children who saw a dentist",
        "denominator": "Children in care for at least 12 months",
        "unit": "percent",
        "decimals": 0,
        "polarity": "high",
        "frequency": "annual",
        "source": "DfE, Children looked after",
        "theme": "health",
        "reference": "",
        "rank": 1,
        "is_detail": False,
        "small_cohort": 20,
        "periods": periods,
        "ends_on": [f"{year}-03-31" for year in years],
    }
    return definition | {"series": {role: as_figures(line, periods) for role, line in lines.items()}} | changes


def as_figures(line, periods):
    return [
        figure(one, period) if isinstance(one, str) else one and one | {"period": period}
        for one, period in zip(line, periods, strict=True)
    ]


def frozen(*indicators, **changes):
    """Facts as `reports.packs.facts.gather` gives them."""
    facts = {
        "issuer": "Larchford Council",
        "is_own": True,
        "is_invented": False,
        "words": DEFAULTS,
        "area": {"code": "E08000990", "name": "Larchford"},
        "names": NAMES,
        "neighbours": {"edition": "neighbours_2024", "names": ["Dunmere", "Elmstow"]},
        "period": {"code": "2022-23", "label": "April 2022 to March 2023"},
        "year": "2023",
        "frozen_at": NOW.isoformat(),
        "changes": [],
        "indicators": list(indicators) or [indicator()],
        "awaited": {theme.slug: [] for theme in THEMES},
        "sources": [{"title": "Published figures, health.csv", "sha256": "a" * 64, "taken_on": "4 November 2024"}],
    }
    return facts | changes


def imprint(**changes):
    """What an edition says of itself."""
    fields = {
        "edition": "Public edition",
        "audience": "public",
        "fingerprint": "7b412e90" + "0" * 56,
        "head": "1042:ab12cd34" + "0" * 56,
        "built_at": NOW,
        "pine": "#15494E",
        "sun": "#F5C24C",
    }
    return Imprint(**fields | changes)


class PackFactory(DjangoModelFactory):
    """Asked for at NOW; not frozen, not built."""

    class Meta:
        model = Pack

    area = factory.SubFactory(AreaFactory)
    is_own = True
    period = "2022-23"
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = NOW


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    pack = factory.SubFactory(PackFactory)
    number = 1
    theme = THEMES[0].slug


class EditionFactory(DjangoModelFactory):
    """A public draft with a file of its own. `EditionFactory(is_published=True)` takes no pages: see `publish`."""

    class Meta:
        model = Edition

    class Params:
        is_published = factory.Trait(
            status=Edition.Status.PUBLISHED, published_at=NOW, published_by=factory.SubFactory(PersonFactory)
        )

    pack = factory.SubFactory(PackFactory)
    audience = Edition.Audience.PUBLIC
    template = "v1"
    facts = factory.LazyFunction(frozen)
    file = factory.SubFactory(StoredFileFactory, content=factory.Sequence(lambda n: b"%%PDF-1.7 edition %d" % n))
    pages = 24
    size = factory.SelfAttribute("file.size")
    sha256 = factory.SelfAttribute("file.sha256")
    head = "0:" + "0" * 64
    built_at = NOW


class LeafFactory(DjangoModelFactory):
    class Meta:
        model = Leaf

    edition = factory.SubFactory(EditionFactory)
    number = factory.Sequence(lambda n: n + 1)
    slug = factory.Sequence(lambda n: f"part-{n + 1}")
    title = "Health"
    html = "<h1>Would this be good enough for my own child?</h1>"


def publish(edition, by=None, at=NOW):
    """`edition` as if a service had published it, without an event."""
    fields = {"status": Edition.Status.PUBLISHED, "published_at": at, "published_by": by or PersonFactory()}
    Edition.objects.filter(pk=edition.pk).update(**fields)
    edition.refresh_from_db()
    return edition
