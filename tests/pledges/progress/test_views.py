"""The page of a promise, saying how it stands, and who has not spoken."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from corpparent.models import Event
from corpparent.periods import quarter_around
from pledges.models import Progress
from reports.indicators.models import Indicator
from tests.factories.indicators import AreaFactory, OwnFactory
from tests.factories.pledges import (
    ActionFactory,
    CommitmentFactory,
    EvidenceFactory,
    MeasureFactory,
    PledgeFactory,
    ProgressFactory,
    PromiseFactory,
    VoiceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]

LAST = quarter_around(timezone.localdate()).before()
DATES = {"starts_on": LAST.starts_on, "ends_on": LAST.ends_on, "period": LAST.code}
SAID = {"period": LAST.code, "rating": "partly", "words": "Half of the moves had a visit first.", "version": "0"}
EVIDENCE = {"title-1": "Count of visits", "day-1_0": "3", "day-1_1": "4", "day-1_2": str(LAST.starts_on.year)}
HEARD = {"heard_how": "Children’s council, eight of them"}


@pytest.fixture
def promise():
    return PromiseFactory(pledge=PledgeFactory(live=True, starts_on=date(2020, 4, 1)))


@pytest.fixture
def manager(client_of):
    return client_of("childrens-services-manager")


@pytest.fixture
def participation(client_of):
    return client_of("participation-officer")


def page_of(promise):
    return reverse("pledges:promise-detail", args=[promise.public_id])


def form_of(promise, voice="officers"):
    return reverse("pledges:progress-create", args=[promise.public_id, voice])


def text(response):
    return " ".join(response.content.decode().split())


def test_page_of_a_promise_nobody_spoke_of(promise, councillor):
    page = text(councillor.get(page_of(promise)))
    assert "Nobody has said yet whether it is kept." in page
    assert "Only whoever answers for this promise, or a manager, can say how officers see it." in page


def test_page_says_first_that_the_voices_differ(promise, councillor):
    EvidenceFactory(progress=ProgressFactory(promise=promise, rating="kept", **DATES))
    said = {"voice": "young-people", "rating": "not-kept", "words": "Nobody asked us first."}
    ProgressFactory(promise=promise, heard_how="Children’s council", **said, **DATES)
    page = text(councillor.get(page_of(promise)))
    first = "They do not agree. Officers say: Kept. Young people say: Not kept."
    assert page.index(first) < page.index("Nobody asked us first.")
    assert "Count of visits before a move" in page


def test_page_shows_history_slips_and_corrections(promise, councillor):
    before = LAST.before()
    dates = {"starts_on": before.starts_on, "ends_on": before.ends_on, "period": before.code}
    ProgressFactory(promise=promise, rating="kept", **dates)
    first = ProgressFactory(promise=promise, rating="kept", words="All of them.", **DATES)
    ProgressFactory(promise=promise, corrects=first, corrected_because="One home was counted twice.", **DATES)
    page = text(councillor.get(page_of(promise)))
    assert "Worse than before" in page
    assert "Kept. All of them." in page
    assert "One home was counted twice." in page
    assert f"{before.label}. Officers: Kept. Young people: nothing said." in page


def test_page_shows_what_was_said_about_the_promise(promise, councillor):
    VoiceFactory(said="Bus passes stop in the holidays.").promises.add(promise)
    VoiceFactory(said="Of something else.")
    page = text(councillor.get(page_of(promise)))
    assert "Bus passes stop in the holidays." in page
    assert "Of something else." not in page


def test_page_shows_what_is_done_for_the_promise_but_nothing_exempt(promise, councillor):
    ActionFactory(promise=promise, title="Write to the bus company", due_on=date(2020, 1, 2))
    ActionFactory(promise=promise, title="Something exempt", access="exempt")
    page = text(councillor.get(page_of(promise)))
    assert "Write to the bus company" in page
    assert "by 2 January 2020" in page
    assert "Something exempt" not in page


def test_page_leads_to_correcting_a_period_for_those_who_may(promise, manager, councillor):
    ProgressFactory(promise=promise, **DATES)
    door = f"{form_of(promise)}?period={LAST.code}"
    assert door in text(manager.get(page_of(promise)))
    assert door not in text(councillor.get(page_of(promise)))


def test_page_shows_the_figure_of_a_measure_by_itself(council, promise, councillor):
    area = AreaFactory(code=council.area_code, name=council.short_name)
    OwnFactory(indicator=Indicator.objects.current().get(code="dentist"), area=area, value=Decimal(60))
    MeasureFactory(promise=promise, kind="indicator", indicator_code="dentist", question="")
    page = text(councillor.get(page_of(promise)))
    assert "Children seen by a dentist" in page
    assert "60% of our children" in page


def queries_of(client, url):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_page_asks_the_same_queries_for_one_period_and_for_five(promise, councillor):
    councillor.get(page_of(promise))  # the first page of a browser asks more
    period, asked = LAST, []
    for _ in range(5):
        dates = {"starts_on": period.starts_on, "ends_on": period.ends_on, "period": period.code}
        EvidenceFactory(progress=ProgressFactory(promise=promise, **dates))
        period = period.before()
        asked.append(queries_of(councillor, page_of(promise)))
    assert asked[0] == asked[-1]


def test_officers_say_how_it_stands(promise, manager):
    answer = manager.post(form_of(promise), SAID | EVIDENCE | {"rating": "kept"})
    assert answer.url == page_of(promise)
    made = Progress.objects.get()
    assert (made.voice, made.rating, made.recorded_by) == ("officers", "kept", manager.person)
    assert [(one.title, one.dated_on) for one in made.evidence.all()] == [
        ("Count of visits", date(LAST.starts_on.year, 4, 3))
    ]


def test_kept_without_evidence_is_said_at_the_field_and_nothing_is_lost(promise, manager):
    page = text(manager.post(form_of(promise), SAID | {"rating": "kept"}))
    assert "“Kept” needs evidence: give at least one thing that shows it, with its date." in page
    assert SAID["words"] in page
    assert not Progress.objects.exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"title-1": "Count of visits"}, "Give the day of this evidence, like 27 11 2026."),
        ({"day-2_0": "3", "day-2_1": "4", "day-2_2": "2026"}, "Say what this evidence is."),
        ({"link-3": "nowhere at all"}, "Enter a web address, like https://www.example.org/report."),
        ({"period": "2199-00-Q1"}, "Choose a quarter or a year that has begun."),
        ({"period": ""}, "Choose a quarter or a year that has begun."),
        ({"rating": ""}, "Choose whether it is kept."),
        ({"words": ""}, "Write what is behind it."),
        ({"words": "Sam was born on 3 April 2012."}, "date of birth"),
    ],
)
def test_what_is_wrong_is_said(promise, manager, given, says):
    assert says in text(manager.post(form_of(promise), SAID | given))
    assert not Progress.objects.exists()


def test_a_done_action_is_evidence(promise, manager):
    done = ActionFactory(
        promise=promise,
        access="open",
        status="done",
        done_at=timezone.now(),
        ended_at=timezone.now(),
        checked_by=manager.person,
    )
    hidden = ActionFactory(promise=promise, access="exempt", title="Something exempt")
    page = text(manager.get(form_of(promise)))
    assert done.title in page
    assert hidden.title not in page
    manager.post(form_of(promise), SAID | {"rating": "kept", "own": [str(done.public_id)]})
    assert [one.subject_id for one in Progress.objects.get().evidence.all()] == [done.public_id]


def test_young_people_are_written_down_by_the_participation_officer(promise, participation):
    answer = participation.post(form_of(promise, "young-people"), SAID | HEARD | {"rating": "kept"})
    assert answer.url == page_of(promise)
    made = Progress.objects.get()
    assert (made.voice, made.rating, made.heard_how) == ("young-people", "kept", HEARD["heard_how"])


def test_young_people_must_have_been_asked_somehow(promise, participation):
    page = text(participation.post(form_of(promise, "young-people"), SAID))
    assert "Say how young people were asked" in page


@pytest.mark.parametrize(
    ("role", "voice", "says"),
    [
        ("participation-officer", "officers", "You write down what young people say"),
        ("director-of-childrens-services", "young-people", "Only the participation officer"),
        ("councillor", "officers", "Only whoever answers for this promise"),
    ],
)
def test_others_are_told_why_not(promise, client_of, role, voice, says):
    answer = client_of(role).post(form_of(promise, voice), SAID | HEARD)
    assert answer.status_code == 403
    assert says in text(answer)


def test_there_are_two_voices_and_no_third(promise, manager):
    assert manager.get(form_of(promise, "inspectors")).status_code == 404


def test_a_draft_has_no_progress(manager):
    answer = manager.get(form_of(PromiseFactory()))
    assert (answer.status_code, "Progress is told once the pledge is live." in text(answer)) == (403, True)


def test_a_correction_shows_what_was_said_and_asks_why(promise, manager):
    manager.post(form_of(promise), SAID | EVIDENCE)
    page = text(manager.get(f"{form_of(promise)}?period={LAST.code}"))
    assert SAID["words"] in page
    assert "Count of visits" in page
    again = SAID | EVIDENCE | {"rating": "not-kept", "version": "1"}
    assert "Say why it changes: both stay in sight." in text(manager.post(form_of(promise), again))
    manager.post(form_of(promise), again | {"because": "One home was counted twice."})
    assert Progress.objects.current().get().rating == "not-kept"
    assert Progress.objects.count() == 2


def test_a_second_press_says_nothing_twice(promise, manager):
    for _ in range(2):
        assert manager.post(form_of(promise), SAID | EVIDENCE).status_code == 302
    assert Progress.objects.count() == 1
    assert Event.objects.filter(type__startswith="progress").count() == 1


def test_a_stale_form_is_told_so_and_stands_when_saved_once_more(promise, manager, officer):
    manager.post(form_of(promise), SAID)
    late = SAID | {"rating": "not-kept", "because": "It was worse.", "version": "0"}
    page = text(officer.post(form_of(promise), late))
    assert "Somebody else changed this while you had it open." in page
    assert 'name="version" value="1"' in page
    assert officer.post(form_of(promise), late | {"version": "1"}).status_code == 302


def test_progress_of_a_partners_commitment(manager):
    commitment = CommitmentFactory(pledge=PledgeFactory(live=True, starts_on=date(2020, 4, 1)))
    url = reverse("pledges:commitment-progress", args=[commitment.public_id, "officers"])
    answer = manager.post(url, SAID)
    assert answer.url == reverse("pledges:pledge-detail", args=[commitment.pledge.public_id])
    assert commitment.progress.get().rating == "partly"
