"""What must be said before something is kept from the public."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from reports.committees.models import Access, AgendaItem
from reports.committees.rules.restriction import FIELDS, checked, paragraphs_in_words
from tests.factories.committees import AgendaItemFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
EXEMPT = {
    "access": "exempt",
    "title": "A home for four",
    "public_title": "A property matter",
    "paragraphs": [3],
    "interest": "The price is being negotiated.",
    "review_on": date(2027, 11, 23),
}


def refused(**changed):
    with pytest.raises(ValidationError) as raised:
        checked(**(EXEMPT | changed), on=TODAY)
    return set(raised.value.error_dict)


def test_an_exempt_row_keeps_what_was_said():
    assert checked(**EXEMPT, on=TODAY) == {name: EXEMPT[name] for name in FIELDS}


def test_an_open_row_says_nothing_of_why():
    kept = checked(**(EXEMPT | {"access": "open"}), source="A court", on=TODAY)
    assert kept == {
        "access": "open",
        "title": "A home for four",
        "public_title": "",
        "paragraphs": [],
        "interest": "",
        "review_on": None,
    }


def test_confidential_needs_a_source_and_no_reasoning():
    assert refused(access="confidential") == {"source"}
    kept = checked(**(EXEMPT | {"access": "confidential"}), source="Given by the department", on=TODAY)
    assert (kept["interest"], kept["paragraphs"], kept["review_on"]) == ("Given by the department", [], None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": " "}, "title"),
        ({"access": "secret"}, "access"),
        ({"public_title": ""}, "public_title"),
        ({"paragraphs": []}, "paragraphs"),
        ({"paragraphs": [8]}, "paragraphs"),
        ({"interest": " "}, "interest"),
        ({"review_on": None}, "review_on"),
        ({"review_on": TODAY}, "review_on"),
        ({"review_on": date(2072, 11, 23)}, "review_on"),
    ],
)
def test_what_is_missing_is_said_at_its_field(changed, field):
    assert refused(**changed) == {field}


@pytest.mark.parametrize("field", ["title", "public_title", "interest"])
def test_an_identifier_is_refused_in_every_text(field):
    assert refused(**{field: "NHS number 943 476 5919"}) == {field}


def test_paragraphs_are_named_in_order():
    assert paragraphs_in_words([]) == ""
    assert paragraphs_in_words([3]) == "paragraph 3"
    assert paragraphs_in_words([2, 1]) == "paragraphs 1 and 2"
    assert paragraphs_in_words({5, 1, 2}) == "paragraphs 1, 2 and 5"


@given(
    access=st.sampled_from(Access.values),
    public_title=st.sampled_from(["", "Exempt item"]),
    paragraphs=st.lists(st.integers(0, 9), max_size=3),
    interest=st.sampled_from(["", "It would tell of one home."]),
    review_on=st.none() | st.dates(date(2026, 11, 1), date(2033, 1, 1)),
)
def test_whatever_passes_is_what_the_database_takes(access, public_title, paragraphs, interest, review_on):
    try:
        kept = checked(
            access=access,
            title="A title",
            public_title=public_title,
            paragraphs=paragraphs,
            interest=interest,
            source="A court",
            review_on=review_on,
            on=TODAY,
        )
    except ValidationError:
        return
    item = AgendaItemFactory(number=AgendaItem.objects.count() + 1, **kept)
    item.refresh_from_db()
    assert {name: getattr(item, name) for name in FIELDS} == kept
