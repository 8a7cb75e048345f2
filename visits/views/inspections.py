"""Forms for what others found in a home: written down, and put right."""

from typing import Any

from django.shortcuts import get_object_or_404

from visits.forms import inspections as forms
from visits.models import CareReview, IndependentVisit, Inspection
from visits.rules import homes as rules
from visits.views.homes import Writing


class Recording(Writing):
    done = "Kept."


class Changing(Writing):
    """`model` is what the address names; its home is shown with it."""

    model: type[Inspection] | type[IndependentVisit] | type[CareReview]
    form_class: type[forms.FindingForm]
    found: Any
    heading, done = "What has changed?", "Kept."

    def dispatch(self, request, public_id):
        rules.check_can_write_homes(request.standing)
        self.found = get_object_or_404(self.model, public_id=public_id)
        self.home = self.found.home
        return super().dispatch(request)

    def get_initial(self):
        return forms.shown(self.found, self.form_class)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"found": self.found}


class InspectionCreate(Recording):
    form_class = forms.InspectionForm
    heading = "What did Ofsted find?"
    lead = "Members are told of a changed grade on the day it is published, and not before."


class InspectionUpdate(Changing):
    form_class = forms.InspectionForm
    model = Inspection


class IndependentVisitCreate(Recording):
    form_class = forms.IndependentVisitForm
    heading = "Which visit was made under regulation 44?"
    lead = "Only that it was made and what came of it. The report itself does not belong here."


class IndependentVisitUpdate(Changing):
    form_class = forms.IndependentVisitForm
    model = IndependentVisit


class CareReviewCreate(Recording):
    form_class = forms.CareReviewForm
    heading = "Which review of care was made under regulation 45?"
    lead = "Only that it was made and sent. The review itself does not belong here."


class CareReviewUpdate(Changing):
    form_class = forms.CareReviewForm
    model = CareReview
