import pytest
from django.core.exceptions import ValidationError

from corpparent import identifiers
from corpparent.identifiers import Kind

SHAPES = ("LC######", "@@/####", "########")


def found(text):
    return [(hit.kind, text[hit.start : hit.end]) for hit in identifiers.find(text, SHAPES)]


@pytest.mark.parametrize(
    "number",
    [
        "LC123456",
        "lc123456",
        "Lc 123456",
        "LC-123-456",
        "LC 12 34 56",
        "LC1234\u00a056",
        "AB/1234",
        "ab-1234",
        "12345678",
    ],
)
@pytest.mark.parametrize("around", ["{}", "See {}, and\nmore", "({})", "case:{}."])
def test_find_case_numbers_as_the_council_says_they_look(number, around):
    assert found(around.format(number)) == [(Kind.CASE, number)]


@pytest.mark.parametrize(
    "text",
    ["LC1234567", "XLC123456", "LC12345", "In 2025-26 and by 2030", "123456789", "£12345678", "1,234,567", "LC"],
)
def test_find_nothing_that_looks_otherwise(text):
    assert found(text) == []


def test_find_says_the_kind_it_has_a_better_word_for():
    assert identifiers.find("999 031 5086", ("@@######", "##########"))[0].kind == Kind.NHS


def test_find_asks_for_none_where_none_are_given():
    assert identifiers.find("LC123456") == []


def test_time_grows_with_the_text():
    assert len(identifiers.find("LC123456 LC " * 20_000, SHAPES)) == 20_000


@pytest.mark.parametrize(
    ("shape", "problem"),
    [
        ("###", "it is too short"),
        ("@@##", "it is too short"),
        ("#####", "figures alone must be 6 or more"),
        ("LC###*##", "write # for a figure"),
        ("L" + "#" * 20, "keep it to 20 characters"),
        ("\n".join(["LC####"] * 11), "Enter 10 lines at most"),
    ],
)
def test_validate_refuses_what_would_find_other_things(shape, problem):
    with pytest.raises(ValidationError, match=problem):
        identifiers.validate_shapes(shape)


def test_validate_takes_lines_with_and_without_shapes():
    identifiers.validate_shapes("\r\nLC######\n\n  @@/####  \n")
    identifiers.validate_shapes("")
    assert identifiers.shapes_in("\r\nLC######\n\n  @@/####  \n") == ["LC######", "@@/####"]
