import uuid
from datetime import date

import pytest

from members.feeds import Councillor
from members.feeds.comparing import compare
from members.feeds.known import Held, Known

TODAY = date(2026, 5, 11)
ELECTED = date(2022, 5, 6)


def held(starts_on=ELECTED, ends_on=None, ward="Bablake", party="Labour"):
    return Held(uuid.uuid4(), starts_on, ends_on, ward, party)


def known(*terms, name="Cllr Amina Yusuf", email="amina@larchford.example", source_id="moderngov:17"):
    return Known(uuid.uuid4(), name, email, source_id, terms)


def row(number="17", row=1, **changes):
    said = {
        "name": "Councillor Amina Yusuf",
        "email": "amina@larchford.example",
        "ward": "Bablake",
        "party": "Labour",
        "terms": ((ELECTED, None),),
    }
    return Councillor(row=row, source_id=f"moderngov:{number}" if number else "", **said | changes)


def one(councillor, *people):
    comparison = compare([councillor], list(people), TODAY)
    assert comparison.findings == []
    return comparison.changes[0]


def test_same_is_same_whatever_comes_before_the_name():
    change = one(row(), known(held()))
    assert (change.kind, change.fields, change.office) == ("same", {}, {})


def test_somebody_new_begins_with_the_term_that_runs():
    change = one(row(terms=((date(2018, 5, 3), ELECTED), (ELECTED, None))))
    assert (change.kind, change.step.kind, change.step.starts_on, change.step.ends_on) == (
        "added",
        "begin",
        ELECTED,
        None,
    )
    assert change.office == {"ward": "Bablake", "party": "Labour"}


def test_somebody_new_without_terms_begins_today():
    assert one(row(terms=())).step.starts_on == TODAY


def test_former_councillor_whom_nobody_knows_is_passed_over():
    comparison = compare([row(terms=((date(2018, 5, 3), ELECTED),))], [], TODAY)
    assert (comparison.changes, comparison.former) == ([], 1)


@pytest.mark.parametrize(
    ("changes", "fields", "office"),
    [
        ({"name": "Cllr Amina Yusuf-Bell"}, {"name": "Cllr Amina Yusuf-Bell"}, {}),
        ({"email": "a.yusuf@larchford.example"}, {"email": "a.yusuf@larchford.example"}, {}),
        ({"email": ""}, {}, {}),
        ({"email": "AMINA@Larchford.example"}, {}, {}),
        ({"ward": "Alder", "party": ""}, {}, {"ward": "Alder"}),
        ({"party": "Independent"}, {}, {"party": "Independent"}),
    ],
)
def test_what_the_feed_says_otherwise_changes_and_what_it_leaves_out_stays(changes, fields, office):
    change = one(row(**changes), known(held()))
    assert (change.fields, change.office) == (fields, office)
    assert change.kind == ("changed" if fields or office else "same")


def test_match_by_email_takes_the_number_over():
    change = one(row(name="Cllr A Yusuf"), known(held(), source_id=""))
    assert (change.matched_by, change.fields) == (
        "e-mail address",
        {"name": "Cllr A Yusuf", "source_id": "moderngov:17"},
    )


def test_match_by_name_needs_a_term_as_a_councillor():
    officer = known(email="", source_id="")
    assert compare([row(email="")], [officer], TODAY).counts["added"] == 1
    change = one(row(email=""), known(held(), email="", source_id=""))
    assert (change.kind, change.matched_by) == ("changed", "name")


def test_two_people_of_one_name_are_not_guessed_between():
    namesakes = [known(held(), email="", source_id="") for _ in range(2)]
    comparison = compare([row(email="")], namesakes, TODAY)
    assert (comparison.changes, comparison.missing) == ([], [])
    assert "More than one person has this name" in comparison.findings[0].reason


def test_number_of_another_kind_of_feed_stays():
    change = one(row(), known(held(), source_id="csv:17"))
    assert (change.kind, change.matched_by) == ("same", "e-mail address")


def test_email_of_somebody_elses_number_is_not_the_same_person():
    """A ward's mailbox passes from one councillor to the next."""
    before = known(held(), name="Cllr Rowan Bell")
    comparison = compare([row("99")], [before], TODAY)
    assert comparison.changes[0].kind == "added"
    assert comparison.changes[0].fields["email"] == ""
    assert [finding.did for finding in comparison.findings] == ["Taken without it"]
    assert comparison.missing == [before]


def test_elected_again_follows_the_term_before():
    day = date(2026, 5, 8)
    change = one(row(terms=((ELECTED, date(2026, 5, 7)), (day, None))), known(held()))
    step = change.step
    assert (change.kind, step.kind, step.held_ends_on, step.starts_on) == ("changed", "follow", date(2026, 5, 7), day)


def test_term_before_ends_at_the_eve_where_the_feed_has_both_on_one_day():
    day = date(2026, 5, 8)
    step = one(row(terms=((ELECTED, day), (day, None))), known(held())).step
    assert step.held_ends_on == date(2026, 5, 7)


def test_other_first_day_is_a_correction():
    step = one(row(terms=((date(2021, 5, 6), None),)), known(held())).step
    assert (step.kind, step.starts_on, step.ends_on) == ("correct", date(2021, 5, 6), None)


def test_feed_without_a_last_day_takes_none_away():
    assert one(row(), known(held(ends_on=date(2027, 5, 3)))).kind == "same"


def test_all_terms_over_ends_the_one_held():
    change = one(row(terms=((ELECTED, date(2026, 5, 7)),)), known(held()))
    assert (change.kind, change.step.ends_on) == ("ended", date(2026, 5, 7))


def test_ended_before_stays_as_it_is():
    change = one(row(terms=((ELECTED, date(2026, 5, 7)),)), known(held(ends_on=date(2026, 5, 7))))
    assert change.kind == "same"


def test_term_that_was_ended_here_is_not_begun_again():
    comparison = compare([row()], [known(held(ends_on=date(2026, 1, 5)))], TODAY)
    assert comparison.changes == []
    assert "one has it ended, the other running" in comparison.findings[0].reason
    assert comparison.missing == []


def test_back_after_a_gap_begins_a_new_term():
    step = one(row(), known(held(date(2014, 5, 22), date(2018, 5, 2)))).step
    assert (step.kind, step.starts_on) == ("begin", ELECTED)


def test_missing_are_present_councillors_whom_the_feed_does_not_name():
    gone, former, officer = (
        known(held(), name="B", email="b@x.example", source_id="moderngov:2"),
        known(held(ends_on=date(2024, 1, 1)), name="C", email="", source_id=""),
        known(name="D", email="", source_id=""),
    )
    comparison = compare([row()], [known(held()), gone, former, officer], TODAY)
    assert comparison.missing == [gone]
    assert comparison.is_empty


def test_digest_is_of_what_would_change():
    person = known(held())
    before = compare([row(ward="Alder")], [person], TODAY).digest
    assert compare([row(ward="Alder")], [person], TODAY).digest == before
    assert compare([row(ward="Birch")], [person], TODAY).digest != before
    assert (
        compare([row(ward="Alder")], [person, known(held(), name="B", email="", source_id="")], TODAY).digest != before
    )


def test_councillors_of_a_list_in_one_line_are_told_apart():
    ben = {"name": "Cllr Ben Ito", "email": "ben@larchford.example"}
    people = [known(held()), known(held(), source_id="moderngov:18", **ben)]
    nell = {"name": "Cllr Nell Ash", "email": "nell@larchford.example"}
    comparison = compare([row(), row("18", **ben), row("19", **nell)], people, TODAY)
    assert [(change.kind, change.person) for change in comparison.changes] == [
        ("same", people[0]),
        ("same", people[1]),
        ("added", None),
    ]


def test_five_thousand_people_are_compared():
    rows = [row(str(number), name=f"王小明 {number}", email=f"p{number}@larchford.example") for number in range(5_000)]
    people = [known(held(), name=one.name, email=one.email, source_id=one.source_id) for one in rows[:2_500]]
    counts = compare(rows, people, TODAY).counts
    assert (counts["added"], counts["same"]) == (2_500, 2_500)
