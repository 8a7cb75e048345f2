"""How promises stand: both voices, the newest period, what slipped, what was corrected, and what is red."""

from decimal import Decimal

import pytest

from corpparent.periods import Period
from pledges.facts import progress as facts
from reports.indicators.models import Indicator
from tests.factories.indicators import AreaFactory, EnglandFactory, ObservationFactory, OwnFactory, TargetFactory
from tests.factories.pledges import (
    CommitmentFactory,
    EvidenceFactory,
    MeasureFactory,
    PledgeFactory,
    ProgressFactory,
    PromiseFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(db):
    return PromiseFactory()


def said(promise, rating, code="2026-27-Q2", voice="officers", **fields):
    period = Period.parse(code)
    return ProgressFactory(
        promise=promise,
        period=period.code,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        voice=voice,
        rating=rating,
        **fields,
    )


def standing(promise):
    return facts.standings([promise])[promise.pk]


def test_standing_of_a_promise_nobody_spoke_of(promise):
    found = standing(promise)
    assert (found.officers, found.young_people, found.period) == (None, None, None)
    assert (found.differ, found.slipped, found.is_red) == (False, False, False)


def test_standing_holds_both_voices_and_says_that_they_differ(promise):
    said(promise, "kept")
    said(promise, "partly", voice="young-people")
    found = standing(promise)
    assert (found.officers.rating, found.young_people.rating, found.differ) == ("kept", "partly", True)


def test_standing_is_of_the_newest_period_of_which_either_voice_spoke(promise):
    said(promise, "kept", "2026-27-Q1")
    said(promise, "kept", "2026-27-Q1", voice="young-people")
    said(promise, "partly", "2026-27-Q2", voice="young-people")
    found = standing(promise)
    assert (found.period.code, found.officers, found.young_people.rating) == ("2026-27-Q2", None, "partly")
    assert not found.differ


def test_standing_takes_the_quarter_before_the_year_that_ends_with_it(promise):
    said(promise, "kept", "2025-26")
    said(promise, "partly", "2025-26-Q4")
    assert standing(promise).period.code == "2025-26-Q4"


@pytest.mark.parametrize(
    ("before", "now", "slipped"),
    [
        ("kept", "partly", True),
        ("partly", "not-kept", True),
        ("partly", "kept", False),
        ("kept", "kept", False),
        ("kept", "could-not-tell", False),
        ("could-not-tell", "not-kept", False),
    ],
)
def test_standing_has_slipped_when_it_is_worse_than_before(promise, before, now, slipped):
    said(promise, before, "2026-27-Q1")
    said(promise, now, "2026-27-Q2")
    assert standing(promise).slipped is slipped


def test_a_slip_is_not_hidden_by_a_period_of_which_one_could_not_tell(promise):
    said(promise, "kept", "2025-26-Q4")
    said(promise, "could-not-tell", "2026-27-Q1")
    said(promise, "partly", "2026-27-Q2")
    assert standing(promise).slipped


def test_one_voice_does_not_slip_from_what_the_other_said(promise):
    said(promise, "kept", "2026-27-Q1")
    said(promise, "partly", "2026-27-Q2", voice="young-people")
    assert not standing(promise).slipped


def test_standing_is_red_when_either_voice_says_so(promise):
    said(promise, "kept")
    said(promise, "not-kept", voice="young-people")
    assert standing(promise).is_red


def test_standing_takes_what_was_said_last(promise):
    first = said(promise, "kept")
    said(promise, "partly", corrects=first, corrected_because="One home was counted twice.")
    assert standing(promise).officers.rating == "partly"


def test_standings_ask_two_queries_whatever_there_is(django_assert_num_queries):
    promises = PromiseFactory.create_batch(5)
    for one in promises:
        EvidenceFactory(progress=said(one, "kept"))
    with django_assert_num_queries(2):
        found = facts.standings(promises)
        assert {len(one.officers.evidence.all()) for one in found.values()} == {1}
        assert all(one.officers.recorded_by.name for one in found.values())


def test_standings_of_commitments():
    commitment = CommitmentFactory()
    ProgressFactory(promise=None, commitment=commitment, rating="not-kept")
    assert facts.standings_of_commitments([commitment])[commitment.pk].is_red


def test_standing_of_pledge_counts_each_voice_and_names_every_red_promise():
    pledge = PledgeFactory()
    one, two, three = PromiseFactory.create_batch(3, pledge=pledge)
    said(one, "kept")
    said(one, "kept", voice="young-people")
    said(two, "kept")
    said(two, "not-kept", voice="young-people")
    found = facts.standing_of_pledge(facts.standings([one, two, three]))
    assert found.counts == {
        "officers": {"kept": 2, "partly": 0, "not-kept": 0, "could-not-tell": 0},
        "young-people": {"kept": 1, "partly": 0, "not-kept": 1, "could-not-tell": 0},
    }
    assert found.silent == {"officers": 1, "young-people": 1}
    assert (found.reds, found.differing, found.slipped) == ([two], [two], [])


def test_history_is_newest_first_with_both_voices_and_corrections(promise):
    said(promise, "kept", "2026-27-Q1")
    first = said(promise, "kept")
    second = said(promise, "partly", corrects=first, corrected_because="One home was counted twice.")
    said(promise, "not-kept", voice="young-people")
    newest, before = facts.history(promise)
    assert (newest.period.code, before.period.code) == ("2026-27-Q2", "2026-27-Q1")
    assert (newest.officers.now, newest.officers.corrected, newest.officers.slipped) == (second, (first,), True)
    assert (newest.differ, before.differ, before.young_people) == (True, False, None)


def test_history_asks_two_queries(promise, django_assert_num_queries):
    for code in ("2025-26-Q4", "2026-27-Q1", "2026-27-Q2"):
        EvidenceFactory(progress=said(promise, "kept", code))
    with django_assert_num_queries(2):
        assert len(facts.history(promise)) == 3


@pytest.fixture
def dentist(council):
    """Our own count of a figure for a quarter, with a target, and what was published."""
    indicator = Indicator.objects.current().get(code="dentist")
    ours = AreaFactory(code=council.area_code, name=council.short_name)
    OwnFactory(indicator=indicator, area=ours, value=Decimal(60))
    TargetFactory(indicator=indicator)
    ObservationFactory(indicator=indicator, area=ours, value=Decimal(70))
    ObservationFactory(indicator=indicator, area=EnglandFactory(), value=Decimal(80))
    return indicator


def test_figure_of_a_measure_shows_figure_target_and_comparison_by_itself(dentist):
    found = facts.figure_of(MeasureFactory(kind="indicator", indicator_code="dentist", question=""))
    assert found.title == "Children seen by a dentist"
    assert found.headline.startswith("60% ")
    assert found.counted == "Our own count for July to September 2025."
    assert found.target == "Target: 85% or more; down to 80% is close."
    assert found.judgement.text == "Off target"
    assert found.comparison == "As published for the year ending March 2023: 70%. It is lower than England (80%)."


def test_figure_of_a_measure_without_figures_says_so(council):
    found = facts.figure_of(MeasureFactory(kind="indicator", indicator_code="dentist", question=""))
    assert (found.headline, found.counted, found.target, found.judgement) == ("There is no figure yet.", "", "", None)


def test_figure_of_a_question_is_none(council):
    assert facts.figure_of(MeasureFactory()) is None


def test_figures_ask_the_same_queries_for_one_and_for_five(dentist, django_assert_max_num_queries):
    measures = MeasureFactory.create_batch(5, kind="indicator", indicator_code="dentist", question="")
    with django_assert_max_num_queries(12):
        assert len(facts.figures_of(measures)) == 5
