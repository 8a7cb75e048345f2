"""What everybody reads of the pledge."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import transaction

from corpparent.models import Event
from corpparent.periods import Period
from pledges.services import record_progress
from reports.indicators.events import FILE_TAKEN_IN
from tests.factories.bodies import BodyFactory
from tests.factories.indicators import AreaFactory, OwnFactory
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import (
    CommitmentFactory,
    EasyReadFactory,
    EvidenceFactory,
    MeasureFactory,
    PledgeFactory,
    ProgressFactory,
    PromiseFactory,
    SignatureFactory,
    VoiceFactory,
)

pytestmark = pytest.mark.django_db
PUBLISHED = datetime(2026, 9, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_remembered(council):
    cache.clear()


@pytest.fixture
def pledge():
    return PledgeFactory(live=True, title="Our pledge to our children", written_with="the children’s council")


@pytest.fixture
def promise(pledge):
    return PromiseFactory(pledge=pledge, number=1, wording="We will tell you before you move.")


def text(answer):
    return answer.content.decode()


def both(promise, officers="kept", young="partly", **more):
    ProgressFactory(promise=promise, rating=officers, words="37 of 40 moves had a visit first.", **more)
    ProgressFactory(promise=promise, voice="young-people", rating=young, words="It was a phone call.", **more)


def test_no_pledge_yet(client):
    for page in ("/our-pledge/", "/our-pledge/children-in-care/"):
        assert "There are no promises here yet" in text(client.get(page))
    assert "The easy words are not ready yet" in text(client.get("/our-pledge/children-in-care/easy/"))
    assert "Nothing stands here yet." in text(client.get("/you-said-we-did/"))


def test_a_draft_is_nobodys_to_read(client):
    promise = PromiseFactory(wording="Not said yet to anybody.")
    assert "Not said yet" not in text(client.get("/our-pledge/children-in-care/"))
    assert client.get(f"/our-pledge/promises/{promise.public_id}/").status_code == 404


def test_one_pledge_is_opened_at_once(client, promise):
    assert client.get("/our-pledge/").headers["Location"] == "/our-pledge/children-in-care/"


def test_two_pledges_ask_which_is_for_you(client, promise):
    PromiseFactory(pledge=PledgeFactory(live=True, group="care-leavers"))
    page = text(client.get("/our-pledge/"))
    assert "Which promises are for you?" in page
    assert page.index("/our-pledge/children-in-care/") < page.index("/our-pledge/care-leavers/")


def test_no_such_group(client):
    assert client.get("/our-pledge/grown-ups/").status_code == 404


def test_the_difference_is_said_before_the_voices(client, promise):
    both(promise)
    page = text(client.get("/our-pledge/children-in-care/"))
    assert "1. We will tell you before you move." in page
    assert page.index("They do not agree.") < page.index("Council officers say</p>")
    assert "Young people say: “It was a phone call.”" in page
    assert "One promise. Council officers say one is kept. Young people say none is kept." in page
    assert "July to September 2026" in page


def test_a_promise_that_is_not_kept_is_named_above_all(client, promise):
    both(promise, officers="not-kept", young="not-kept")
    both(PromiseFactory(pledge=promise.pledge, number=2), officers="kept", young="kept")
    page = text(client.get("/our-pledge/children-in-care/"))
    assert page.index('href="#promise-1"') < page.index('id="promise-1"')
    assert 'href="#promise-2"' not in page
    assert "They do not agree." not in page


def test_nobody_has_spoken(client, promise):
    page = text(client.get("/our-pledge/children-in-care/"))
    assert "Nobody has said yet whether they are kept." in page
    assert page.count("Not said yet") == 2


def test_a_promise_tells_both_voices_and_what_was_before(client, promise):
    both(promise)
    EvidenceFactory(progress=promise.progress.get(voice="officers"))
    before = {"period": "2026-27-Q1", "starts_on": date(2026, 4, 1), "ends_on": date(2026, 6, 30)}
    both(promise, young="kept", **before)
    page = text(client.get(f"/our-pledge/promises/{promise.public_id}/"))
    assert "Count of visits before a move, 20 September 2026" in page
    assert "“It was a phone call.”" in page
    assert page.index("Worse than before.") < page.index("<h2>Before</h2>") < page.index("April to June 2026")


def test_who_approved_and_signed_stands_below(client, promise):
    pledge = promise.pledge
    pledge.endorsed_by, pledge.endorsed_on = BodyFactory(name="Cabinet"), date(2025, 3, 12)
    pledge.save()
    for signed_as in ("the Leader of the council", "the children’s council"):
        SignatureFactory(pledge=pledge, signed_as=signed_as)
    page = text(client.get("/our-pledge/children-in-care/"))
    assert "Approved by Cabinet on 12 March 2025." in page
    assert "Signed by: the Leader of the council; the children’s council." in page
    assert "We look at it again by 1 September 2027." in page


def test_figures_are_shown_as_everybody_may_see_them(client, promise, council):
    area = AreaFactory(code=council.area_code, name=council.short_name)
    figure = OwnFactory(area=area, numerator=3, denominator=40, value=Decimal("7.5"), protection="hidden")
    MeasureFactory(promise=promise, kind="indicator", indicator_code=figure.indicator.code, question="")
    for page in ("/our-pledge/children-in-care/", f"/our-pledge/promises/{promise.public_id}/"):
        shown = text(client.get(page))
        assert "There is no number to show for July to September 2025: hidden, too few children." in shown
        assert "7.5%" not in shown


def test_a_figure_hidden_by_a_new_file_is_gone_at_once(client, promise, council):
    area = AreaFactory(code=council.area_code, name=council.short_name)
    figure = OwnFactory(area=area, numerator=30, denominator=40, value=Decimal("75"))
    MeasureFactory(promise=promise, kind="indicator", indicator_code=figure.indicator.code, question="")
    pages = ("/our-pledge/children-in-care/", f"/our-pledge/promises/{promise.public_id}/")
    assert ["75%" in text(client.get(page)) for page in pages] == [True, True]
    with transaction.atomic():
        figure.protection = "hidden"
        figure.save()
        Event.record(FILE_TAKEN_IN, about=figure.source_import.reference, by=None, at=PUBLISHED)
    assert ["75%" in text(client.get(page)) for page in pages] == [False, False]


def test_partners_have_their_own_page(client, promise):
    assert "/partners/" not in text(client.get("/our-pledge/children-in-care/"))
    partner = BodyFactory(kind="partner", name="Larchford Health")
    told = CommitmentFactory(pledge=promise.pledge, partner=partner, wording="We see you within four weeks.")
    ProgressFactory(promise=None, commitment=told, rating="partly")
    assert "/our-pledge/children-in-care/partners/" in text(client.get("/our-pledge/children-in-care/"))
    page = text(client.get("/our-pledge/children-in-care/partners/"))
    assert "Larchford Health: We see you within four weeks." in page
    assert "Partly" in page


def test_easy_words_are_read_once_published(client, promise):
    promise.easy_words, promise.symbol = "We tell you before you move.", "bag"
    promise.save()
    easy_read = EasyReadFactory(pledge=promise.pledge, title="Our promises to you")
    page = "/our-pledge/children-in-care/easy/"
    assert "We tell you" not in text(client.get(page))
    easy_read.published_at = PUBLISHED
    easy_read.save()
    shown = text(client.get(page))
    assert "We tell you before you move." in shown
    assert 'aria-label="A bag for your own things"' in shown
    assert page in text(client.get("/our-pledge/children-in-care/"))


def test_you_said_tells_what_came_of_it(client, council):
    VoiceFactory(is_public=True, published_at=PUBLISHED, words="approved", said="So we stay in.")
    VoiceFactory(
        is_public=True,
        published_at=PUBLISHED,
        said="Nobody answers at night.",
        status="told-back",
        is_changed=True,
        outcome="A person answers all night.",
        decided_on=date(2026, 9, 20),
        told_on=date(2026, 9, 25),
        theme="safety",
    )
    VoiceFactory(said="This is not public.")
    page = text(client.get("/you-said-we-did/"))
    assert "“So we stay in.”" in " ".join(page.split())
    assert "We have heard it. Nobody has begun to look at it yet." in page
    assert "A person answers all night. We told you on 25 September" in page
    assert "This is not public." not in page
    about_safety = text(client.get("/you-said-we-did/?theme=safety"))
    assert "So we stay in." not in about_safety
    assert "Nothing here is about that yet." in text(client.get("/you-said-we-did/?theme=health"))


def test_a_challenge_says_who_must_answer_by_when(client):
    body = BodyFactory(name="Corporate Parenting Board")
    VoiceFactory(kind="challenge", body=body, answer_by=date(2026, 9, 30), is_public=True, published_at=PUBLISHED)
    page = text(client.get("/you-said-we-did/"))
    assert "The children’s council asked" in page
    assert "Waiting for an answer" in page
    assert "Corporate Parenting Board must answer by 30 September" in page


@pytest.mark.parametrize(
    "page",
    ["/our-pledge/", "/our-pledge/care-leavers/", "/our-pledge/care-leavers/easy/", "/you-said-we-did/", "/help-now/"],
)
def test_help_is_on_every_page_whoever_looks(client, councillor, page):
    for who in (client, councillor):
        shown = text(who.get(page))
        assert "Where help is now" in shown
        assert 'href="tel:999"' in shown
        assert 'href="tel:08001111"' in shown


def test_pages_may_be_kept_a_minute_by_strangers_only(client, councillor):
    answer = client.get("/you-said-we-did/")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in answer.headers["Vary"]
    assert councillor.get("/you-said-we-did/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("promises", [1, 12])
def test_queries_are_few_whatever_the_promises(client, pledge, promises, django_assert_max_num_queries):
    for number in range(promises):
        both(PromiseFactory(pledge=pledge, number=number + 1))
        VoiceFactory(is_public=True, published_at=PUBLISHED)
    a_deed()
    for page in ("/our-pledge/children-in-care/", "/our-pledge/children-in-care/easy/", "/you-said-we-did/"):
        few_queries(client, page, django_assert_max_num_queries)


@pytest.mark.parametrize("periods", [1, 12])
def test_queries_of_a_promise_are_few_whatever_was_said(client, promise, periods, django_assert_max_num_queries):
    for number in range(periods):
        both(promise, period=f"{2015 + number}-{16 + number}")
        voice = VoiceFactory(is_public=True, published_at=PUBLISHED)
        voice.promises.add(promise)
    a_deed()
    few_queries(client, f"/our-pledge/promises/{promise.public_id}/", django_assert_max_num_queries)


def a_deed():
    person = AppointmentFactory().person
    Event.record("person-added", about=person.reference, by=person, at=PUBLISHED)


def few_queries(client, page, at_most):
    """Four, and for the first who reads it after a deed some more, which is remembered."""
    with at_most(20):
        client.get(page)
    with at_most(4):
        assert len(client.get(page).content) < 60_000


def test_what_is_said_of_a_promise_stands_there_at_once(client, promise):
    page = "/our-pledge/children-in-care/"
    assert "Nobody has said yet" in text(client.get(page))
    record_progress(
        of=promise,
        period=Period.parse("2026-27-Q2"),
        voice="young-people",
        rating="not-kept",
        words="Nobody asked us first.",
        heard_how="Children’s council, eight of them",
        by=AppointmentFactory(role__slug="participation-officer").person,
        at=datetime(2026, 10, 5, 9, 0, tzinfo=UTC),
    )
    assert "Young people say none is kept." in text(client.get(page))
    assert "Nobody asked us first." in text(client.get(f"/our-pledge/promises/{promise.public_id}/"))
