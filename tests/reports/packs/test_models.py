import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from members.roles import ADMINISTRATOR, COUNCILLOR, DCS, LEAD_MEMBER, PERFORMANCE_OFFICER
from members.standing import STRANGER, Standing
from reports.packs.models import Edition, Leaf, Pack
from tests.factories.packs import NOW, EditionFactory, LeafFactory, PackFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db

MEMBER = Standing(person_id=1, level=1, roles=frozenset({COUNCILLOR}))
BUILDERS = [
    Standing(person_id=1, roles=frozenset({role})) for role in (PERFORMANCE_OFFICER, DCS, LEAD_MEMBER, ADMINISTRATOR)
]
PUBLISHED = {"status": "published", "published_at": NOW}


@pytest.fixture
def editions(db):
    """One of each kind, by a name."""
    ours, theirs = PackFactory(), PackFactory(is_own=False)
    past = PackFactory(area=ours.area, period="2021-22")
    return {
        "draft": EditionFactory(pack=ours),
        "exempt draft": EditionFactory(pack=ours, audience="exempt"),
        "published": EditionFactory(pack=past, is_published=True),
        "exempt published": EditionFactory(pack=past, audience="exempt", is_published=True),
        "theirs": EditionFactory(pack=theirs),
    }


def seen_by(who, editions):
    visible = set(Edition.objects.visible_to(who))
    return {name for name, edition in editions.items() if edition in visible}


def test_stranger_sees_the_published_public_edition_of_our_own_council(editions):
    assert seen_by(STRANGER, editions) == {"published"}


def test_member_sees_what_is_published(editions):
    assert seen_by(MEMBER, editions) == {"published", "exempt published"}


@pytest.mark.parametrize("who", BUILDERS, ids=lambda who: next(iter(who.roles)))
def test_builder_sees_everything(editions, who):
    assert seen_by(who, editions) == set(editions)


def test_stranger_never_sees_a_pack_of_another_council():
    EditionFactory(pack__is_own=False, is_published=True)
    assert not Edition.objects.visible_to(STRANGER).exists()
    assert not Pack.objects.visible_to(STRANGER).exists()


@pytest.mark.parametrize(("who", "periods"), [(STRANGER, ["2021-22"]), (MEMBER, ["2021-22"])])
def test_packs_are_seen_with_an_edition_of_theirs(editions, who, periods):
    assert [pack.period for pack in Pack.objects.visible_to(who)] == periods


@pytest.mark.parametrize("who", BUILDERS[:1])
def test_builder_sees_a_pack_that_is_not_built(who):
    pack = PackFactory()
    assert list(Pack.objects.visible_to(who)) == [pack]


def test_exempt_edition_alone_opens_the_pack_to_members_only():
    EditionFactory(audience="exempt", is_published=True)
    assert (Pack.objects.visible_to(STRANGER).count(), Pack.objects.visible_to(MEMBER).count()) == (0, 1)


def test_pack_is_called_by_area_period_and_version():
    pack = PackFactory.build(area__name="Larchford", period="2025-26-Q2")
    assert pack.title == "Larchford, July to September 2025"
    pack.version = 2
    assert str(pack) == pack.reference.label == "Larchford, July to September 2025, version 2"


def test_edition_is_called_by_pack_and_audience():
    edition = EditionFactory(pack__area__name="Larchford", audience="exempt")
    assert str(edition) == edition.reference.label == "Larchford, April 2022 to March 2023: Members’ edition"


@pytest.mark.parametrize(
    ("constraint", "write"),
    [
        ("pack_version_is_one_per_area_and_period", lambda pack: PackFactory(area=pack.area)),
        ("pack_facts_and_frozen_at_go_together", lambda pack: PackFactory(frozen_at=NOW)),
        ("pack_facts_and_frozen_at_go_together", lambda pack: PackFactory(facts={})),
        ("edition_is_one_per_pack_and_audience", lambda pack: EditionFactory.create_batch(2, pack=pack)),
        ("edition_published_at_and_by_go_together", lambda pack: EditionFactory(pack=pack, status="published")),
        ("edition_published_at_and_by_go_together", lambda pack: EditionFactory(pack=pack, **PUBLISHED)),
        ("edition_published_at_and_by_go_together", lambda pack: EditionFactory(pack=pack, published_at=NOW)),
        (
            "leaf_number_is_once_in_an_edition",
            lambda pack: LeafFactory.create_batch(2, edition=EditionFactory(), number=1),
        ),
        (
            "leaf_slug_is_once_in_an_edition",
            lambda pack: LeafFactory.create_batch(2, edition=EditionFactory(), slug="a"),
        ),
        (
            "section_number_is_once_in_a_pack",
            lambda pack: [SectionFactory(pack=pack, theme=t) for t in ("safety", "health")],
        ),
        ("section_theme_is_once_in_a_pack", lambda pack: [SectionFactory(pack=pack, number=n) for n in (1, 2)]),
    ],
)
def test_what_must_be_true_is_a_constraint(constraint, write):
    pack = PackFactory()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write(pack)
    model = {"pack": Pack, "edition": Edition, "leaf": Leaf}.get(constraint.partition("_")[0])
    named = connection.vendor == "postgresql" or "CHECK" in str(refusal.value)
    assert constraint in str(refusal.value) if named else model or "section" in constraint


def refused(deed):
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        deed()
    return str(refusal.value)


NEVER = "A published edition never changes. A correction is a new version of its pack."
KEPT = "A page of an edition is kept as it was first shown."


@pytest.mark.parametrize(
    "change",
    [
        {"facts": {}},
        {"sha256": "0" * 64},
        {"status": "draft", "published_at": None, "published_by": None},
        {"published_at": NOW.replace(year=2025)},
        {"pages": 1},
        {"head": "1:abc"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_published_edition_never_changes(change):
    edition = EditionFactory(is_published=True)
    assert NEVER in refused(lambda: Edition.objects.filter(pk=edition.pk).update(**change))


def test_published_edition_is_never_deleted():
    edition = EditionFactory(is_published=True)
    assert NEVER in refused(lambda: Edition.objects.filter(pk=edition.pk)._raw_delete("default"))
    assert NEVER in refused(edition.delete)


def test_published_edition_keeps_its_file_and_pack():
    edition = EditionFactory(is_published=True)
    refused(edition.file.delete)
    refused(edition.pack.delete)


@pytest.mark.parametrize("is_published", [True, False])
def test_leaf_never_changes_and_is_never_deleted(is_published):
    leaf = LeafFactory()
    if is_published:
        publish(leaf.edition)
    assert KEPT in refused(lambda: Leaf.objects.filter(pk=leaf.pk).update(html="<p>Another page</p>"))
    assert KEPT in refused(leaf.delete)


def test_published_edition_gets_no_further_page():
    edition = EditionFactory(is_published=True)
    assert "A published edition gets no further page." in refused(lambda: LeafFactory(edition=edition))


@pytest.mark.parametrize(
    "change", [{"facts": {"year": "2024"}}, {"facts": None, "frozen_at": None}, {"period": "2023-24"}], ids=str
)
def test_frozen_pack_never_changes(change):
    pack = PackFactory(facts={"year": "2023"}, frozen_at=NOW)
    said = refused(lambda: Pack.objects.filter(pk=pack.pk).update(**change))
    assert "The facts of a pack are frozen once." in said


def test_pack_can_be_frozen():
    pack = PackFactory()
    assert Pack.objects.filter(pk=pack.pk).update(facts={"year": "2023"}, frozen_at=NOW) == 1


def test_draft_can_be_published():
    assert publish(EditionFactory()).is_published
