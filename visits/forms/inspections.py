"""What others found in a home: an inspection, a visit under regulation 44, a review under regulation 45."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from corpparent.identifiers import validate_no_identifiers
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from members.models import Person
from visits import services
from visits.forms.homes import choice, number, words
from visits.models import CareReview, Home, IndependentVisit, Inspection
from visits.schemes import Scheme, find, scheme_for

GRADE = "grade_"
YES_OR_NO = [("", "Not said"), ("True", "Yes"), ("False", "No")]


def when(label: str, what: str, *, required: bool = True, hint: str = "Like 11 3 2026.") -> DayField:
    return DayField(what=what, label=label, help_text=hint, required=required)


def yes_or_no(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=YES_OR_NO,
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Choose yes or no."},
    )


class FindingForm(DeedForm):
    """`found` is what is changed; None where it is new. `what` it is, as its button says it."""

    what = ""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, home: Home, found: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home, self.found = home, found

    def verb(self) -> str:
        return "Keep these changes" if self.found else f"Keep this {self.what}"

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def seen(self) -> int:
        return self.cleaned_data["version"] or 0


class InspectionForm(FindingForm):
    what = "inspection"
    kind = choice("Kind", Inspection.Kind.choices, "Choose a kind from the list.")
    inspected_on = when("First day of the inspection", "the day of the inspection")
    published_on = when(
        "Published by Ofsted on",
        "the day it was published",
        required=False,
        hint="Leave it empty until then: only those who write homes down see it before.",
    )
    requirements = number("How many things must be put right by law?", 0, 500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scheme = self.scheme()
        heads, grades = (scheme.heads, scheme.grades) if scheme else ((), ())
        for head in heads:
            self.fields[GRADE + head.slug] = forms.ChoiceField(
                label=head.title,
                choices=[("", "No grade"), *((grade.slug, grade.title) for grade in grades)],
                required=False,
                error_messages={"invalid_choice": "Choose a grade from the list."},
            )
        self.helper = self.layout_of(
            self.verb(),
            Field.select("kind"),
            "inspected_on",
            "published_on",
            *(Field.select(GRADE + head.slug) for head in heads),
            Field.text("requirements", field_width=Fixed.THREE),
            "version",
        )

    def scheme(self) -> Scheme | None:
        """Its own; for a new one that of today."""
        return find(self.found.scheme) if self.found else scheme_for(self.home.kind, timezone.localdate())

    def given(self) -> dict[str, Any]:
        given = super().given()
        grades = {name.removeprefix(GRADE): given.pop(name) for name in list(given) if name.startswith(GRADE)}
        return given | {"grades": {head: grade for head, grade in grades.items() if grade}}

    def save(self, *, by: Person) -> Inspection | None:
        given, at, found = self.given(), timezone.now(), self.found
        if found is None:
            return self.do(lambda: services.record_inspection(home=self.home, by=by, at=at, **given))
        return self.do(lambda: services.change_inspection(inspection=found, version=self.seen(), by=by, at=at, **given))


class IndependentVisitForm(FindingForm):
    what = "visit"
    visited_on = when("Day of the visit", "the day of the visit")
    organisation = words("Visited for", 120, "", required=False, validators=[validate_no_identifiers])
    is_safeguarded = yes_or_no("Does it say that children are effectively safeguarded?")
    is_good_for_them = yes_or_no("Does it say that the home promotes their wellbeing?")
    recommendations = number("How many recommendations?", 0, 500)
    answered_on = when("Home answered on", "the day the home answered", required=False)
    sent_on = when("Sent to Ofsted on", "the day it was sent", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].help_text = "An organisation, nobody’s name."
        self.helper = self.layout_of(
            self.verb(),
            "visited_on",
            Field.text("organisation"),
            Field.select("is_safeguarded"),
            Field.select("is_good_for_them"),
            Field.text("recommendations", field_width=Fixed.THREE),
            "answered_on",
            "sent_on",
            "version",
        )

    def save(self, *, by: Person) -> IndependentVisit | None:
        given, at, found = self.given(), timezone.now(), self.found
        if found is None:
            return self.do(lambda: services.record_independent_visit(home=self.home, by=by, at=at, **given))
        return self.do(
            lambda: services.change_independent_visit(visit=found, version=self.seen(), by=by, at=at, **given)
        )


class CareReviewForm(FindingForm):
    what = "review"
    ends_on = when("Last day of the time it looks back on", "the last day it looks back on")
    sent_on = when("Sent to Ofsted on", "the day it was sent", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of(self.verb(), "ends_on", "sent_on", "version")

    def save(self, *, by: Person) -> CareReview | None:
        given, at, found = self.given(), timezone.now(), self.found
        if found is None:
            return self.do(lambda: services.record_care_review(home=self.home, by=by, at=at, **given))
        return self.do(lambda: services.change_care_review(review=found, version=self.seen(), by=by, at=at, **given))


def shown(found: Inspection | IndependentVisit | CareReview, form: type[FindingForm]) -> dict[str, Any]:
    """What `form` begins with when `found` is changed."""
    grades = found.grades if isinstance(found, Inspection) else {}
    own = {name: getattr(found, name) for name in form.base_fields}
    return own | {GRADE + head: grade for head, grade in grades.items()}
