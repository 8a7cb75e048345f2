"""Free text in forms: refused, warned of, explained, shown with marks."""

import pytest
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.template import Context, Template

from corpparent.identifiers.forms import CheckedText, MarkedTexts, NamesExplained, ShowsMarked
from corpparent.identifiers.marking import Part
from tests.factories.members import CouncilFactory

PHONE = "Ring 07700 900571"
NAME = "Tyler said the <food> is better."
WARNING = "There may be somebody’s name in line 1. Take it out, or say below why it may stand."


class Voice(NamesExplained, forms.Form):
    said = CheckedText(label="What was said", widget=forms.Textarea)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(Field.textarea("said"), MarkedTexts())


class Plain(ShowsMarked, forms.Form):
    said = CheckedText(label="What was said")


def html(form):
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))


@pytest.fixture(autouse=True)
def _database(db):
    """The council's own words are asked of it."""


def test_ordinary_words_pass_and_nothing_more_is_asked():
    form = Voice({"said": "The food is better."})
    assert form.is_valid()
    assert form.cleaned_data["names_explained"] == ""
    assert "Why this name may stand" not in html(form)
    assert "<mark>" not in html(form)


def test_identifier_is_refused_whatever_the_reason():
    form = Voice({"said": PHONE, "names_explained": "It is a helpline."})
    assert form.errors["said"][0].startswith("There is a telephone number in line 1. ")


def test_name_waits_for_a_reason():
    form = Voice({"said": NAME})
    assert form.errors == {"said": [WARNING]}
    assert "Why this name may stand" in html(form)


def test_name_with_a_reason_passes_and_the_reason_is_kept():
    form = Voice({"said": NAME, "names_explained": "The cook, who agreed."})
    assert form.is_valid()
    assert form.cleaned_data == {"said": NAME, "names_explained": "The cook, who agreed."}


def test_reason_without_a_name_is_dropped():
    form = Voice({"said": "The food is better.", "names_explained": "The cook."})
    assert form.is_valid()
    assert form.cleaned_data["names_explained"] == ""


def test_reason_that_holds_an_identifier_is_refused():
    form = Voice({"said": NAME, "names_explained": PHONE})
    assert set(form.errors) == {"said", "names_explained"}


def test_what_was_typed_stays_and_no_error_or_log_repeats_it(caplog):
    form = Voice({"said": f"{NAME} {PHONE}"})
    assert form["said"].value() == f"{NAME} {PHONE}"
    assert not any(value in f"{form.errors.as_json()}{caplog.text}" for value in ("Tyler", "900571"))


def test_marked_in_place_with_words_and_what_to_write_instead():
    form = Voice({"said": f"{NAME}\nRing 07700 900571"})
    assert not form.is_valid()
    shown = form.marked_texts()["said"]
    assert shown.parts[0] == Part("Tyler", "what may be somebody’s name")
    assert shown.parts[-1] == Part("07700 900571", "a telephone number")
    assert "".join(part.text for part in shown.parts) == f"{NAME}\nRing 07700 900571"
    assert len(shown.instead) == 2


def test_marked_text_is_escaped():
    page = html(Voice({"said": NAME}))
    assert "<mark>Tyler</mark> <em>[what may be somebody’s name]</em> said the &lt;food&gt; is better." in page
    assert "You could write" in page
    assert "For a name: “a young person”, “a child” or “a member of staff”." in page


def test_form_without_a_place_for_reasons_asks_for_no_names():
    assert Plain({"said": NAME}).is_valid()
    shown = Plain({"said": PHONE}).marked_texts()["said"]
    assert shown.parts[1].what == "a telephone number"


def test_unsent_form_shows_nothing():
    assert Voice(initial={"said": NAME}).marked_texts() == {}


def test_councils_own_words_are_no_names():
    CouncilFactory(name="Kacper Nowak Council", short_name="Kacper")
    assert Voice({"said": "Kacper said yes."}).is_valid()


def test_a_house_and_its_street_wait_for_a_reason():
    form = Voice({"said": "Meet at 12 Mill Street."})
    (error,) = form.errors["said"]
    assert error.startswith("There may be somebody’s address in line 1. ")
    assert form.fields["names_explained"].label == "Why this address may stand"
    assert Voice({"said": "Meet at 12 Mill Street.", "names_explained": "It is the youth centre."}).is_valid()
