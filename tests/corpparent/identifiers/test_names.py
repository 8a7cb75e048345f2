"""Likely names: what is warned of, and what passes."""

from time import process_time

import pytest

from corpparent.identifiers import Kind, find_names

NAMES = [
    ("Tyler has turned 11 and still shares a desk.", ["Tyler"]),
    ("Spoke with Kacper Nowak (resident) in the lounge", ["Kacper Nowak"]),
    ("The manager explained. Dzmitry said it is cold.", ["Dzmitry"]),
    ("a girl called Tesfay wants to cook", ["Tesfay"]),
    ("We met Mrs Barrett and Mr Okafor", ["Mrs Barrett", "Mr Okafor"]),
    ("Asked Chloe and Niamh about school", ["Chloe", "Niamh"]),
    ("Oluwaseun Adeyemi’s bedroom needs paint", ["Oluwaseun Adeyemi"]),
    ("complaint by Lowri Pugh\nwas upheld", ["Lowri Pugh"]),
]
NO_NAMES = [
    "Councillor Ali chaired the panel with Cllr Amina Smith.",
    "The Corporate Parenting Board met at Larchford Town Hall in May.",
    "Young People said the Virtual School helps.",
    "She moved to Milton Keynes; they visited St James Street.",
    "Carers said Ofsted was fair. Everyone likes pizza.",
    "A home called Juniper has a new garden.",
    "R (G) v Southwark LBC [2009] UKHL 26, [2019] EWCA Civ 1841",
    "Children’s Services Director and Lead Member attended.",
    "",
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_find_names_that_are_likely(text, names):
    assert [text[hit.start : hit.end] for hit in find_names(text)] == names


@pytest.mark.parametrize("text", NO_NAMES)
def test_find_names_passes_over_places_offices_and_bodies(text):
    assert find_names(text) == []


def test_find_names_says_kind_and_line():
    (hit,) = find_names("Good food.\r\nChloe said so.")
    assert (hit.kind, hit.line) == (Kind.NAME, 2)


def test_find_names_passes_over_the_councils_own_phrases_only_whole():
    text = "Sarah Barrett answered. Sarah asked for a lock."
    (hit,) = find_names(text, own=["Sarah Barrett"])
    assert hit.start == text.rindex("Sarah")


def test_find_names_leaves_out_what_is_an_identifier():
    assert find_names("write to Tyler.Barrett@example.org") == []


@pytest.mark.parametrize("shape", ["1 A", "1 Aa ", "12 Aa'", "Flat 1, ", "9", "1-1 ", "12 Mill Hill "])
def test_find_names_takes_time_in_proportion_to_length(shape):
    """Eight times the text would take 64 times as long if time grew with the square."""
    short, long = (shape * (size // len(shape)) for size in (5_000, 40_000))
    assert seconds(long) < 30 * max(seconds(short), 0.01)


def seconds(text):
    start = process_time()
    find_names(text)
    return process_time() - start
