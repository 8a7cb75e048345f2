"""Other words for each kind of finding: chosen by what was found, and never a repetition of it."""

from time import monotonic

import pytest

from corpparent.identifiers import Kind, find, find_names
from corpparent.identifiers.offering import OFFERED, offers

CASES = ("LC######",)
A_PLACE = "“where they live” or “in the north of the borough”."
IN_ITS_FILE = "nothing. Leave it out: it belongs in the child’s own file."


def said_of(text):
    hits = [*find(text, CASES), *find_names(text)]
    return [offer.sentence for offer in offers(text, hits)]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_other_words_or_a_reason_to_leave_it_out(kind):
    assert OFFERED[kind].words or OFFERED[kind].leave_out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Tyler said it is cold.", "For a name: “a young person”, “a child” or “a member of staff”."),
        ("Mia said yes. Tyler said no.", "For names: “one child”, “another child” or “a member of staff”."),
        ("Mrs Brown said hello.", "For a name with its title: “a member of staff” or “a carer”."),
        ("Child A wants a desk.", "For an initial or a letter: “one child” or “a child”."),
        ("J.S. said it is cold.", "For an initial or a letter: “one child” or “a child”."),
        ("Born on 4 May 2013.", "For a date of birth: “a teenager” or “a younger child”. Leave the day out."),
        ("Mail mum@example.org.", "For an e-mail address: “wrote to the carers” or “wrote to a member of staff”."),
        ("Ring 07700 900571.", "For a telephone number: “rang the carers” or “rang a member of staff”."),
        ("Lives at SW1A 1AA.", f"For a postcode: {A_PLACE}"),
        ("Lives at 12 Mill Street.", f"For an address: {A_PLACE}"),
        ("NHS number 999 031 5086.", f"For an NHS number: {IN_ITS_FILE}"),
        ("UPN P-070-3910-68-201.", f"For a pupil number: {IN_ITS_FILE}"),
        ("ULN 4447128080.", f"For a learner number: {IN_ITS_FILE}"),
        ("Case LC123456.", f"For a case number: {IN_ITS_FILE}"),
        ("NI number AB123456C.", "For a National Insurance number: nothing. Leave it out: nobody needs it here."),
    ],
)
def test_words_for_one_finding(text, sentence):
    assert sentence in said_of(text)


@pytest.mark.parametrize(
    ("age", "words"),
    [
        ("3", "a small child"),
        ("nine", "a child at primary school"),
        ("11", "a child at secondary school"),
        ("sixteen", "an older teenager"),
        ("twenty-one", "a young adult"),
    ],
)
def test_a_birthday_with_an_age_and_an_age_beside_a_name_become_a_stage(age, words):
    assert said_of(f"She turned {age} on 4 May.") == [f"For a date of birth: “{words}”. Leave the day out."]
    assert f"For an exact age: “{words}”." in said_of(f"Mia said she is {age} years old.")


def test_a_school_beside_a_name_is_their_school_and_the_councils_own_is_none():
    assert "For a school’s name: “their school”." in said_of("Mia said Larchford Park School is far.")
    assert len(said_of("Mia said the Virtual School helps.")) == 1


def test_age_and_school_alone_are_no_finding():
    assert said_of("A child aged 15 goes to Larchford Park School.") == []


def test_what_was_found_is_not_repeated_and_each_offer_stands_once():
    said = said_of("Tyler said yes. Tyler asked why. Born on 4 May 2013 and on 5 May 2014.")
    assert len(said) == 2
    assert not any(value in " ".join(said) for value in ("Tyler", "2013", "2014"))


@pytest.mark.parametrize("text", ["aged sıx. Tyler said no", "aged ٣, Tyler said no", "A" * 50_000 + " Tyler said no"])
def test_strange_and_long_text(text):
    began = monotonic()
    said_of(text)
    assert monotonic() - began < 2
