"""Who has not spoken of a quarter that has ended."""

from datetime import date

import pytest

from pledges.facts.silence import silent_on
from pledges.showing import silence as showing
from tests.factories.pledges import CommitmentFactory, PledgeFactory, ProgressFactory, PromiseFactory

pytestmark = pytest.mark.django_db


YEAR = {"period": "2026-27", "starts_on": date(2026, 4, 1), "ends_on": date(2027, 3, 31)}


def said(promise, rating, **fields):
    """Of the quarter July to September 2026, or of the year."""
    return ProgressFactory(promise=promise, rating=rating, **fields)


def test_what_was_silent_is_named_once_the_quarter_has_ended():
    pledge = PledgeFactory(live=True)
    spoken, silent = PromiseFactory.create_batch(2, pledge=pledge)
    PromiseFactory()
    said(spoken, "kept")
    said(spoken, "kept", voice="young-people")
    said(silent, "partly")
    (found,) = silent_on(date(2026, 10, 20))
    assert (found.of, found.voice, found.period.code) == (silent, "young-people", "2026-27-Q2")
    assert (found.due_on, found.is_late(date(2026, 10, 28)), found.is_late(date(2026, 10, 29))) == (
        date(2026, 10, 28),
        False,
        True,
    )


def test_a_year_speaks_for_its_quarters():
    promise = PromiseFactory(pledge=PledgeFactory(live=True))
    said(promise, "kept", **YEAR)
    said(promise, "kept", voice="young-people", **YEAR)
    assert silent_on(date(2026, 10, 20)) == []


def test_nobody_is_asked_of_a_quarter_before_the_pledge_was_live():
    PromiseFactory(pledge=PledgeFactory(live=True))
    assert silent_on(date(2026, 8, 1)) == []


def test_a_partners_commitment_is_asked_for_in_both_voices_too():
    commitment = CommitmentFactory(pledge=PledgeFactory(live=True))
    assert [(one.of, one.voice) for one in silent_on(date(2026, 10, 20))] == [
        (commitment, "officers"),
        (commitment, "young-people"),
    ]


def test_silence_is_found_in_three_queries(django_assert_num_queries):
    pledge = PledgeFactory(live=True)
    PromiseFactory.create_batch(4, pledge=pledge)
    CommitmentFactory.create_batch(2, pledge=pledge)
    with django_assert_num_queries(3):
        assert len(silent_on(date(2026, 10, 20))) == 12


@pytest.mark.parametrize(
    ("on", "tone", "tag"),
    [
        (date(2026, 10, 28), "due", "By 28 October"),
        (date(2026, 10, 29), "late", "1 day late"),
        (date(2026, 11, 5), "late", "8 days late"),
    ],
)
def test_how_late_a_word_is(on, tone, tag):
    PromiseFactory(pledge=PledgeFactory(live=True))
    first, _ = silent_on(date(2026, 10, 20))
    assert (showing.tone(first, on), showing.tag(first, on)) == (tone, tag)
