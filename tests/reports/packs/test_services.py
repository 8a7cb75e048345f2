from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job, StoredFile
from corpparent.periods import Period
from corpparent.rules import NotAllowed
from members.roles import COUNCILLOR
from reports.indicators.models import Observation
from reports.packs import proof, services
from reports.packs.models import Edition, Leaf, Pack
from tests.factories.indicators import AreaFactory, ImportFactory
from tests.factories.members import AppointmentFactory
from tests.factories.packs import NOW, EditionFactory, PackFactory
from tests.reports.packs.conftest import PERIOD

pytestmark = pytest.mark.django_db


def ask(area, by=None, period=PERIOD):
    return services.ask_for_pack(area=area, period=period, by=by, at=NOW)


def build(area, by=None, period=PERIOD):
    pack = ask(area, by, period)
    jobs.work()
    return Pack.objects.get(pk=pack.pk)


def events():
    return Counter(Event.objects.filter(subject_kind__in=["pack", "edition"]).values_list("type", flat=True))


@pytest.fixture
def takes_in(observe, dentist, larchford):
    """A file taken in after any pack was frozen: it holds a figure of that year."""

    def take_in(year, value=70):
        taken = ImportFactory(is_invented=True, ended_at=timezone.now() + timedelta(minutes=1))
        return observe(dentist, larchford, year, value, source_import=taken)

    return take_in


def test_ask_makes_pack_sections_job_and_event(larchford, priya):
    pack = ask(larchford, priya)
    assert (pack.is_own, pack.version, pack.asked_by, pack.asked_at, pack.facts) == (True, 1, priya, NOW, None)
    assert [section.number for section in pack.sections.all()] == list(range(1, 12))
    job = services.jobs_of(pack).get()
    assert (job.kind, job.key, job.status) == ("build-pack", "E08000990 2022-23", "waiting")
    assert job.asked_by_id == priya.public_id
    assert events() == {"pack-asked-for": 1}


def test_ask_needs_a_builder(larchford):
    councillor = AppointmentFactory(role__slug=COUNCILLOR).person
    with pytest.raises(NotAllowed, match="Only a performance officer"):
        ask(larchford, councillor)
    assert not Pack.objects.exists()


def test_ask_needs_a_period_that_is_over(larchford, priya):
    with pytest.raises(NotAllowed, match="has not ended yet"):
        ask(larchford, priya, Period.parse("2024-25"))


def test_ask_about_another_council_is_not_our_own(council, priya):
    assert ask(AreaFactory(), priya).is_own is False


def test_ask_twice_joins_the_first(larchford, priya, ruth):
    assert ask(larchford, priya) == ask(larchford, ruth)
    assert (Pack.objects.count(), Job.objects.count()) == (1, 1)
    assert events() == {"pack-asked-for": 1}


def test_ask_while_it_is_built_joins_the_first(larchford, priya, ruth):
    pack = ask(larchford, priya)
    jobs.claim(timezone.now())
    assert ask(larchford, ruth) == pack
    assert Job.objects.count() == 1


def test_ask_for_a_quarter_is_another_pack(larchford):
    assert ask(larchford) != ask(larchford, period=Period.parse("2022-23-Q4"))


def test_build_files_both_editions_and_one_event(larchford, dentist, priya):
    pack = build(larchford, priya)
    assert services.jobs_of(pack).get().status == "done"
    assert events() == {"pack-asked-for": 1, "pack-frozen": 1, "pack-built": 1}
    built = {edition.audience: edition for edition in pack.editions.all()}
    assert set(built) == {"exempt", "public"}
    assert Event.objects.get(type="pack-built").details == {
        name: {"pdf": one.sha256, "pages": proof.hash_of_pages(one)} for name, one in built.items()
    }
    for edition in built.values():
        assert (edition.status, edition.template, edition.leaves.count()) == ("draft", "v1", 14)
        content = edition.file.path.read_bytes()
        assert (len(content), edition.file.sha256) == (edition.size, edition.sha256)
        assert content.startswith(b"%PDF")


def test_build_prints_a_head_that_the_record_holds(larchford, dentist):
    edition = build(larchford).editions.first()
    number, _, digest = edition.head.partition(":")
    assert Event.objects.get(number=number).hash == digest


def test_build_says_its_steps(larchford, dentist):
    job = services.jobs_of(build(larchford)).get()
    assert [step["label"] for step in job.steps] == [
        "Figures gathered",
        "Small numbers protected",
        "Members’ edition",
        "Public edition",
        "Checked and filed",
    ]
    assert job.steps[0]["detail"].startswith("4 figures, frozen on ")
    assert job.steps[1]["detail"] == "none to hide: every figure is published"
    assert (job.percent, job.message) == (100, "The pack is built.")


def test_ask_again_with_nothing_new_is_the_same_pack_and_no_job(larchford, dentist):
    pack = build(larchford)
    assert ask(larchford) == pack
    assert (Job.objects.count(), Pack.objects.count()) == (1, 1)


def test_ask_again_after_figures_of_a_later_year_is_the_same_pack(larchford, dentist, takes_in):
    pack = build(larchford)
    takes_in(2024)
    assert ask(larchford) == pack


def test_ask_again_after_new_figures_is_a_second_version(larchford, dentist, takes_in):
    first = build(larchford)
    takes_in(2021)
    second = build(larchford)
    assert (second.version, second.title) == (2, "Larchford, April 2022 to March 2023, version 2")
    assert (first.editions.count(), second.editions.count()) == (2, 2)
    assert "2020-21" in second.facts["indicators"][0]["periods"]
    assert events() == {"pack-asked-for": 2, "pack-frozen": 2, "pack-built": 2}


def test_second_version_says_which_figures_were_corrected(larchford, dentist, takes_in):
    first = build(larchford)
    old = Observation.objects.filter(area=larchford, period="2022-23")
    old.update(is_current=False)
    takes_in(2023, 71)
    second = build(larchford)
    assert first.facts["changes"] == []
    [change] = second.facts["changes"]
    assert change.startswith("Children who saw our dentist, Larchford, 2023: 71%. It was 68%")
    assert "What changed since the version before" in second.editions.first().leaves.last().html


def test_ask_again_after_a_change_of_template_is_a_second_version(larchford, dentist):
    build(larchford)
    Edition.objects.update(template="v0")
    assert ask(larchford).version == 2


def test_build_without_figures_is_refused_in_a_sentence(larchford):
    job = services.jobs_of(build(larchford)).get()
    assert (job.status, job.message) == (
        "failed",
        "No figures for Larchford up to 31 March 2023 have been taken in. Load them first, then ask again.",
    )
    assert events() == {"pack-asked-for": 1}


def test_build_after_a_refusal_takes_up_the_same_pack(larchford, request):
    refused = build(larchford)
    request.getfixturevalue("dentist")
    pack = build(larchford)
    assert pack == refused
    assert [job.status for job in services.jobs_of(pack)] == ["done", "failed"]
    assert events() == {"pack-asked-for": 1, "pack-frozen": 1, "pack-built": 1}


def test_freeze_is_once_even_when_a_build_is_taken_up_again(larchford, dentist, takes_in):
    pack = ask(larchford)
    frozen = services.freeze(pack=pack, at=NOW)
    takes_in(2021)
    jobs.work()
    pack.refresh_from_db()
    assert (pack.facts, pack.frozen_at) == (frozen.facts, NOW)
    assert services.jobs_of(pack).get().steps[0]["detail"] == "4 figures, frozen on 4 November at 10:30"
    assert events() == {"pack-asked-for": 1, "pack-frozen": 1, "pack-built": 1}


def test_build_by_a_worker_that_lost_its_job_files_nothing(larchford, dentist):
    ask(larchford)
    first = jobs.claim(timezone.now())
    second = jobs.claim(first.lease_until + timedelta(seconds=1))
    jobs.run(second)
    jobs.run(first)
    assert (Edition.objects.count(), Leaf.objects.count(), StoredFile.objects.count()) == (2, 28, 2)
    assert events()["pack-built"] == 1


def test_stop_before_it_began(larchford, dentist, priya):
    pack = ask(larchford, priya)
    services.stop_building(pack=pack, by=priya, at=NOW)
    jobs.work()
    assert services.jobs_of(pack).get().message == "Stopped before it began."
    assert not pack.editions.exists()
    assert events() == {"pack-asked-for": 1, "pack-stopped": 1}


def test_stop_when_nothing_is_built_is_no_deed(priya):
    services.stop_building(pack=PackFactory(), by=priya, at=NOW)
    assert not Event.objects.exists()


def test_stop_under_way_ends_at_the_next_step(larchford, dentist, priya):
    pack = ask(larchford, priya)
    job = jobs.claim(timezone.now())
    services.stop_building(pack=pack, by=priya, at=NOW)
    jobs.run(job)
    assert services.jobs_of(pack).get().status == "stopped"
    assert not pack.editions.exists()


def test_build_again_after_a_stop(larchford, dentist, priya, ruth):
    pack = ask(larchford, priya)
    services.stop_building(pack=pack, by=priya, at=NOW)
    assert services.ask_again(pack=pack, by=ruth, at=NOW) == pack
    jobs.work()
    assert pack.editions.count() == 2
    assert events()["pack-asked-for"] == 1


def test_stop_needs_a_builder(larchford):
    pack, councillor = ask(larchford), AppointmentFactory(role__slug=COUNCILLOR).person
    with pytest.raises(NotAllowed, match="Only a performance officer"):
        services.stop_building(pack=pack, by=councillor, at=NOW)
    assert services.jobs_of(pack).open().exists()


def test_publish_by_a_second_person_is_one_event(priya, ruth):
    edition = EditionFactory(pack__asked_by=priya)
    published = services.publish(edition=edition, by=ruth, at=NOW)
    assert (published.status, published.published_at, published.published_by) == ("published", NOW, ruth)
    event = Event.objects.get()
    assert (event.type, event.actor_id, event.subject_id) == ("edition-published", ruth.public_id, edition.public_id)
    assert event.details == {"sha256": edition.sha256}


def test_publish_not_by_who_asked(priya):
    edition = EditionFactory(pack__asked_by=priya)
    with pytest.raises(NotAllowed, match="You asked for this pack"):
        services.publish(edition=edition, by=priya, at=NOW)
    assert not Edition.objects.published().exists()
    assert not Event.objects.exists()


def test_publish_twice_is_refused(ruth):
    edition = services.publish(edition=EditionFactory(), by=ruth, at=NOW)
    with pytest.raises(NotAllowed, match="This edition is published already"):
        services.publish(edition=edition, by=ruth, at=NOW)
    assert Event.objects.count() == 1


def test_publish_with_a_stale_row_is_refused(ruth):
    edition = EditionFactory()
    stale = Edition.objects.get(pk=edition.pk)
    services.publish(edition=edition, by=ruth, at=NOW)
    with pytest.raises(NotAllowed):
        services.publish(edition=stale, by=ruth, at=NOW)


def test_publish_not_after_the_appointment_ended(ruth):
    ruth.appointments.update(ends_on=NOW.date() - timedelta(days=1))
    with pytest.raises(NotAllowed):
        services.publish(edition=EditionFactory(), by=ruth, at=NOW)


def test_publish_not_of_another_council(ruth):
    with pytest.raises(NotAllowed, match="not ours to publish"):
        services.publish(edition=EditionFactory(pack=PackFactory(is_own=False)), by=ruth, at=NOW)
