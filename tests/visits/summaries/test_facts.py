"""What a summary counts, and what everybody may see of it: no home, no word, nothing that one or two homes made."""

import json
from datetime import UTC, date, datetime

import pytest

from tests.factories.visits import HomeFactory, PointFactory, ResponseFactory
from tests.visits.summaries.quarter import QUARTER, WORDS, homes, passed_on, visited, visited_with_points, wanted
from visits.facts import summaries
from visits.facts.quarters import found_in

pytestmark = pytest.mark.django_db


def exempt():
    return summaries.exempt(found_in(QUARTER))


def public():
    return summaries.public(found_in(QUARTER))


def resolved(point):
    point.resolved, point.resolved_at = "yes", datetime(2026, 8, 1, tzinfo=UTC)
    point.save()


@pytest.mark.parametrize(
    ("on", "made"),
    [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (date(2026, 9, 30), 1), (date(2026, 10, 1), 0)],
)
def test_a_visit_counts_in_the_quarter_it_was_made(on, made):
    visited(HomeFactory(), on)
    assert exempt()["made"] == made


def test_what_was_wanted_and_why_it_was_not_made():
    one, two, three = homes(3)
    wanted(one)
    wanted(two, "not-made", not_made_because="infection")
    wanted(three, "cancelled")
    late = wanted(three, "visited", date(2026, 8, 1))
    visited(three, date(2026, 10, 2), slot=late)
    early = wanted(one, "visited", date(2026, 7, 2))
    visited(one, date(2026, 6, 30), slot=early)
    visited(two, status="returned", returned_at=datetime(2026, 7, 9, tzinfo=UTC), returned_because="Say more.")
    found = exempt()
    assert found["left"] == {"waiting": 1, "infection": 1, "made-later": 1, "amended": 1}
    assert found["made"] == 0
    assert [home["left"] for home in found["homes"]] == [
        {"waiting": 1},
        {"amended": 1, "infection": 1},
        {"made-later": 1},
    ]


def test_days_to_report_and_to_answer():
    quick = visited(HomeFactory(), date(2026, 7, 1), answer_by=date(2026, 7, 15))
    slow = visited(HomeFactory(), date(2026, 7, 1), submitted_at=datetime(2026, 7, 9, 9, tzinfo=UTC))
    ResponseFactory(point=PointFactory(visit=quick), answered_at=datetime(2026, 7, 3, 9, tzinfo=UTC))
    PointFactory(visit=slow)
    found = exempt()
    assert found["reports"] == {"days": 3, "in-time": 1, "late": 1}
    assert found["answers"] == {"days": 2, "in-time": 1, "late": 0}


def test_points_by_theme_severity_and_what_became_of_them():
    visit = visited(HomeFactory())
    accepted, refused = (PointFactory(visit=visit, theme="health", severity=one) for one in ("soon", "urgent"))
    PointFactory(visit=visit, theme="safety", told_on=date(2026, 8, 3), told_words="It is mended.")
    ResponseFactory(point=accepted)
    ResponseFactory(point=refused, answer="no", action=None)
    done = PointFactory(visit=visit, theme="safety", severity="info")
    ResponseFactory(point=done)
    resolved(done)
    found = exempt()
    assert [(row["theme"], row["severities"], row["became"]) for row in found["themes"]] == [
        ("safety", {"improve": 1, "info": 1}, {"unanswered": 1, "resolved": 1}),
        ("health", {"soon": 1, "urgent": 1}, {"accepted": 1, "refused": 1}),
    ]
    assert found["told"] == 1
    assert found["homes"][0]["told_words"] == ["It is mended."]
    assert found["homes"][0]["celebrate"] == [WORDS]


def test_the_public_edition_holds_no_home_and_no_word():
    made = visited_with_points(4)
    for visit in made:
        ResponseFactory(point=visit.points.get(), reason=WORDS)
        visit.points.update(told_on=date(2026, 8, 3), told_words=WORDS)
    found = public()
    assert found["withheld"] == ""
    assert found["made"] == 4
    assert found["themes"] == {"total": 4, "rows": {"health": 4}, "is_whole": True}
    said = json.dumps(found)
    for words in ("Sam", "Juniper", "SC7", "gate", *(str(visit.public_id) for visit in made)):
        assert words not in said


@pytest.mark.parametrize(("number", "withheld"), [(0, "few-homes"), (1, "few-homes"), (2, "few-homes"), (3, "")])
def test_fewer_than_three_homes_are_withheld_whole(number, withheld):
    for visit in visited_with_points(number):
        visited(visit.home, date(2026, 8, 3))  # many visits do not make many homes
    found = public()
    assert found["withheld"] == withheld
    assert ("made" in found) == (withheld == "")


def test_no_visit_on_which_a_worry_was_passed_on():
    visited_with_points(3)
    locked = passed_on(HomeFactory(), slot=wanted(HomeFactory(), "visited"))
    PointFactory(visit=locked, theme="safety")
    found = public()
    assert found["made"] == 3
    assert found["left"] == {"total": 0, "rows": {}, "is_whole": True}
    assert found["themes"]["total"] == 3
    assert exempt()["made"] == 4


def test_a_home_that_only_a_worry_brought_is_no_third():
    visited_with_points(2)
    passed_on(HomeFactory())
    assert public() == {"withheld": "few-homes"}


def test_nothing_made_but_on_visits_that_are_locked_is_withheld_and_not_called_none():
    for home in homes(3):
        wanted(home)
        passed_on(home)
    assert public() == {"withheld": "few-homes"}


def test_nobody_visited_three_homes_is_told():
    for home in homes(3):
        wanted(home, "not-made", not_made_because="nobody")
    found = public()
    assert (found["made"], found["left"]["rows"]) == (0, {"nobody": 3})


def test_what_one_home_did_not_get_is_not_told_by_what_was_wanted():
    made = visited_with_points(4)
    wanted(made[0].home, "not-made", not_made_because="infection")
    found = public()
    assert found["made"] == 4
    assert found["left"] == {"total": None, "rows": {}, "is_whole": False}


def test_a_theme_of_one_home_is_not_told_nor_given_away_by_the_total():
    made = visited_with_points(4)
    PointFactory(visit=made[0], theme="education")
    for visit in made[:3]:
        PointFactory(visit=visit, theme="safety")
    found = public()["themes"]
    assert found["total"] == 8
    assert found["rows"] == {"health": 4}  # safety has three homes, and hides education


def test_points_of_two_homes_are_not_told_at_all():
    made = [visited(home) for home in homes(4)]
    for visit in [*made[:2], *made[:2]]:
        PointFactory(visit=visit)
    found = public()
    assert found["made"] == 4
    for name in ("themes", "severities", "became", "told"):
        assert found[name] == {"total": None, "rows": {}, "is_whole": False}


def test_one_late_report_is_not_told_by_those_in_time():
    made = visited_with_points(4)
    made[0].submitted_at = datetime(2026, 8, 28, tzinfo=UTC)
    made[0].save()
    assert public()["reported"] == {"total": 4, "rows": {}, "is_whole": False}


def test_how_long_two_homes_took_to_answer_is_not_told():
    first, *others = visited_with_points(4)
    for visit in others[:2]:
        ResponseFactory(point=visit.points.get())
    assert public()["answer_days"] is None
    ResponseFactory(point=first.points.get())
    assert public()["answer_days"] is not None


def test_a_judgement_of_one_home_is_not_told():
    made = [visited(home) for home in homes(6)]
    judge(made[:1], "not-yet")
    assert public()["judgements"]["rows"] == {}
    judge(made[:3], "not-yet")
    assert public()["judgements"]["rows"] == {"mostly": 3, "not-yet": 3}


def judge(visits, judgement):
    for visit in visits:
        visit.judgement = judgement
        visit.save()


def test_queries_do_not_grow(django_assert_max_num_queries):
    visited_with_points(9)
    with django_assert_max_num_queries(7):
        found = found_in(QUARTER)
        summaries.exempt(found)
        summaries.public(found)
