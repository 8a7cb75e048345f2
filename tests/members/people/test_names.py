import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from members.names import tidy, validate_name


@pytest.mark.parametrize(
    "name",
    [
        "Cllr Amina Yusuf",
        "Siân Ó Briain-O’Neill",
        "Ngũgĩ wa Thiong'o",
        "李小龍",
        "محمد\u200cعلی",
        "ศรีสุวรรณ",
        "Ἀθηνᾶ",
        "अमृता",
        "X",
    ],
)
def test_names_in_any_script(name):
    validate_name(name)
    assert tidy(name) == name


@pytest.mark.parametrize("name", ["Amina\x00", "Amina\x07Yusuf", "A\u202enima", "A\u2066b", "\ud800", "A\ue000"])
def test_names_with_what_cannot_be_seen(name):
    with pytest.raises(ValidationError, match="characters that cannot be seen"):
        validate_name(name)


@pytest.mark.parametrize("name", ["", "12", "???", "- -"])
def test_names_without_a_letter(name):
    with pytest.raises(ValidationError, match="Enter the name in letters, of any alphabet"):
        validate_name(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Amina \t Yusuf\n", "Amina Yusuf"), ("Amina\u00a0Yusuf", "Amina Yusuf"), ("Sia\u0302n", "Siân"), ("", "")],
)
def test_tidy(typed, kept):
    assert tidy(typed) == kept


@given(st.text(max_size=60))
def test_tidy_twice_is_tidy_once(text):
    assert tidy(tidy(text)) == tidy(text)
