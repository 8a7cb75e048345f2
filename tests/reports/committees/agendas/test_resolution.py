"""The words that exclude the public (R5, R6)."""

import pytest

from reports.committees.rules.resolution import LONGEST, Kept, items, resolution


def exempt(number, *paragraphs):
    return Kept(number, "exempt", frozenset(paragraphs))


def test_nothing_kept_means_no_words():
    assert resolution([], "council-committee") == ""


def test_a_committee_names_items_and_paragraphs_under_the_act():
    words = resolution([exempt(9, 3), exempt(7, 1, 2)], "council-committee")
    assert words == (
        "Under section 100A(4) of the Local Government Act 1972, the press and public are excluded for item 7 "
        "(paragraphs 1 and 2), item 9 (paragraph 3 of part 1 of Schedule 12A to the Local Government Act 1972): "
        "the public interest in maintaining the exemption outweighs that in disclosing the information."
    )


@pytest.mark.parametrize(
    ("regime", "begins"),
    [
        ("scrutiny", "Under section 100A(4)"),
        ("executive", "Under regulation 4(2)(b) of the Local Authorities (Executive Arrangements)"),
        ("informal", "As this body has agreed"),
    ],
)
def test_each_regime_has_its_own_power(regime, begins):
    assert resolution([exempt(7, 1)], regime).startswith(begins)


def test_confidential_information_excludes_the_public_without_a_paragraph():
    assert resolution([Kept(4, "confidential")], "council-committee") == (
        "They are excluded under section 100A(2) for item 4, which would disclose confidential information."
    )


@pytest.mark.parametrize("regime", ["council-committee", "scrutiny", "executive", "informal"])
def test_two_hundred_items_still_are_a_note_that_names_them_all(regime):
    many = [exempt(number, number % 7 + 1) for number in range(1, 201)]
    words = resolution(many, regime)
    assert len(words) <= LONGEST
    assert "items 1 to 200 (paragraphs 1, 2, 3, 4, 5, 6 and 7" in words


def test_runs_of_items_are_named_by_their_ends():
    assert [items(numbers) for numbers in ([7], [7, 9], [7, 8], [7, 8, 9], [12, 7, 8, 9])] == [
        "item 7",
        "items 7 and 9",
        "items 7 and 8",
        "items 7 to 9",
        "items 7 to 9 and 12",
    ]
