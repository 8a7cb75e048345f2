"""Fields of filters written in Python say what crispy's say."""

import re

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django import forms

from members.templatetags.choosing import as_fields


class Sample(forms.Form):
    search = forms.CharField(label="Words in it", max_length=100, required=False)
    theme = forms.ChoiceField(label="About", choices=[("", "All"), ("a", "<A>"), ("b", "B & C")], required=False)
    day = forms.DateField(label="Day", required=False)
    kind = forms.ChoiceField(label="Kind", help_text="One of two", choices=[("", "All"), ("x", "X")], required=False)


def said(html):
    """The tags of `html`, each with its attributes in order, and the words between them."""
    return [
        tuple(sorted(part.strip("<>").split())) if part.startswith("<") else " ".join(part.split())
        for part in re.split(r"(<[^>]*>)", html)
        if part.strip()
    ]


@pytest.mark.parametrize("asked", [{}, {"search": 'a "b"', "theme": "b", "day": "1/2/2026"}, {"theme": "nowhere"}])
def test_fields_are_those_of_crispy(asked):
    one, other = Sample(asked), Sample(asked)
    one.is_valid(), other.is_valid()
    assert said(as_fields(one)) == said(as_crispy_form(other))
