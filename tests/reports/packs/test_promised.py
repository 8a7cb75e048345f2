"""Promises in two voices and what was heard, as a pack freezes and shows them."""

from datetime import UTC, date, datetime

import pytest

from corpparent.periods import Period
from pledges.models import Progress, Voice
from reports.packs.facts import protect
from reports.packs.promised import heard, promised
from reports.packs.v1.promised import Promised
from tests.factories.pledges import PledgeFactory, ProgressFactory, PromiseFactory, VoiceFactory

pytestmark = pytest.mark.django_db

SUMMER = Period.parse("2026-27-Q2")
Rating = Progress.Rating


@pytest.fixture
def promise():
    return PromiseFactory(pledge__live=True, number=1, wording="We will celebrate with you.")


def young(promise, **fields):
    return ProgressFactory(promise=promise, voice=Progress.Voice.YOUNG_PEOPLE, **fields)


def only(period=SUMMER):
    ((one,),) = [pledge["promises"] for pledge in promised(period)]
    return one


def test_both_voices_stand_beside_each_other(promise):
    ProgressFactory(promise=promise, rating=Rating.KEPT, words="Every child had a card.")
    young(promise, rating=Rating.NOT_KEPT, words="Mine never came.")
    one = only()
    assert one["officers"] == {"rating": "kept", "words": "Every child had a card."}
    assert one["young_people"] == {"rating": "not-kept", "words": "Mine never came."}
    assert one["differ"] is True
    assert one["period"] == "July to September 2026"


def test_what_was_said_of_a_later_quarter_is_not_in_it(promise):
    ProgressFactory(promise=promise, rating=Rating.PARTLY)
    later = {"period": "2026-27-Q3", "starts_on": date(2026, 10, 1), "ends_on": date(2026, 12, 31)}
    ProgressFactory(promise=promise, rating=Rating.KEPT, **later)
    assert only()["officers"]["rating"] == "partly"
    assert only(Period.parse("2026-27-Q3"))["officers"]["rating"] == "kept"


def test_a_corrected_word_is_not_in_it(promise):
    wrong = ProgressFactory(promise=promise, rating=Rating.KEPT)
    ProgressFactory(promise=promise, rating=Rating.NOT_KEPT, corrects=wrong, corrected_because="Counted twice.")
    assert only()["officers"]["rating"] == "not-kept"


@pytest.mark.parametrize(
    "fields",
    [
        {},  # a draft
        {"live": True, "starts_on": date(2027, 4, 1), "ends_on": date(2028, 3, 31)},
        {"live": True, "status": "retired", "retired_at": datetime(2026, 6, 1, tzinfo=UTC)},
    ],
)
def test_a_pledge_that_was_not_live_then_is_not_in_it(fields):
    PromiseFactory(pledge=PledgeFactory(**fields))
    assert promised(SUMMER) == []


def test_heard_in_the_period_or_waiting_since_before():
    VoiceFactory(said="In the summer.", heard_on=date(2026, 8, 1))
    VoiceFactory(said="Long ago, and open.", heard_on=date(2025, 8, 1))
    told = {"status": Voice.Status.TOLD_BACK, "is_changed": True, "outcome": "Done.", "decided_on": date(2025, 9, 1)}
    VoiceFactory(said="Long ago, and told.", heard_on=date(2025, 8, 1), told_on=date(2025, 9, 2), **told)
    VoiceFactory(said="Later.", heard_on=date(2026, 10, 1))
    assert [one["said"] for one in heard(SUMMER)] == ["In the summer.", "Long ago, and open."]


def test_the_public_edition_shows_what_is_public():
    VoiceFactory(said="For members.")
    VoiceFactory(said="For all.", is_public=True, published_at=datetime(2026, 9, 9, tzinfo=UTC))
    facts = {"indicators": [], "heard": heard(SUMMER)}
    assert [one["said"] for one in protect(facts, "public")["heard"]] == ["For all."]
    assert len(protect(facts, "exempt")["heard"]) == 2


def test_where_the_voices_differ_that_is_said(promise):
    ProgressFactory(promise=promise, rating=Rating.KEPT)
    young(promise, rating=Rating.PARTLY, words="Often a phone call.")
    shown = Promised({"promised": promised(SUMMER)})
    ((_, (told,)),) = shown.pledges
    assert told.disagreement == "They do not agree. “Often a phone call.”"
    assert told.row == ["1. We will celebrate with you.", "Kept", "Partly", told.disagreement]
    assert shown.lead == "Officers and young people agree on none of one promise."


def test_one_voice_alone_is_no_agreement(promise):
    ProgressFactory(promise=promise)
    shown = Promised({"promised": promised(SUMMER)})
    assert shown.tables[0][1][0][2:] == ["Nothing yet", "One voice has not spoken yet."]
    assert shown.lead == "Young people and officers have not both spoken yet."


def test_a_pack_frozen_before_there_were_promises_has_no_such_page():
    assert not Promised({})
