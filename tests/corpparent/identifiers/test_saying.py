import pytest
from django import forms

from corpparent import identifiers
from corpparent.identifiers import Kind

pytestmark = pytest.mark.django_db  # the council says how its case numbers look


def test_sentence_names_kinds_and_lines():
    text = "WS1 1TP\n07700 900571\n999 031 5086\n07700 900571 and 07700 900572"

    assert identifiers.sentence_for(identifiers.find(text)) == (
        "There is a full postcode in line 1, a telephone number in lines 2 and 4 and an NHS number in line 3. "
        "Take out what could point to a child or their family, or say it in other words."
    )


def test_sentence_counts_many_lines():
    hits = identifiers.find("WS1 1TP\n" * 1200)

    assert identifiers.sentence_for(hits).startswith("There is a full postcode in lines 1, 2, 3 and 1,197 more. ")


def test_sentence_for_nothing_is_empty():
    assert identifiers.sentence_for([]) == ""


def test_check_raises_with_the_hits_and_without_the_value():
    with pytest.raises(identifiers.IdentifiersFound, match="There is an NHS number in line 1") as raised:
        identifiers.check("NHS number 999 031 5086")

    assert [hit.kind for hit in raised.value.hits] == [Kind.NHS]
    assert "5086" not in repr(raised.value)


def test_check_lets_ordinary_words_pass():
    identifiers.check("The food has improved.")


class Comment(forms.Form):
    words = forms.CharField(validators=[identifiers.validate_no_identifiers], widget=forms.Textarea)


def test_validator_keeps_what_was_typed_and_never_repeats_it(caplog):
    typed = "The food has improved.\r\nRing 07700 900571"

    form = Comment({"words": typed})

    (error,) = form.errors["words"]
    assert error.startswith("There is a telephone number in line 2. ")
    assert form["words"].value() == typed
    assert "900571" not in str(form.errors) + form.errors.as_json() + caplog.text


def test_validator_lets_ordinary_words_pass():
    assert Comment({"words": "The food has improved."}).is_valid()
