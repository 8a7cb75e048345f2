"""The form of a visit, a part a page: begun, kept at each step, looked through, sent; returned and passed on."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, FormView

from visits import services
from visits.facts import visits as facts
from visits.facts.phone import forms_of
from visits.forms import reports as forms
from visits.models import Point, RotaSlot, Visit
from visits.questions import parts
from visits.rules import reports as rules
from visits.rules import visits as visit_rules
from visits.showing import reports as showing


@require_POST
def visit_create(request, public_id):
    """Open the form of a visit that one took; a second press opens the same."""
    visit_rules.check_can_see_reports(request.standing)
    slot = get_object_or_404(RotaSlot.objects.filter(turns__person=request.user).distinct(), public_id=public_id)
    visit = services.start_visit(slot=slot, key=uuid.uuid4(), by=request.user, at=timezone.now())
    return redirect("visits:part-update", visit.public_id, visit.step or next(iter(parts())))


def led_by(request, public_id) -> Visit:
    """The report of a visit that one led, sent or not. Raises Http404 for drafts of others, NotAllowed."""
    visit_rules.check_can_see_reports(request.standing)
    found = facts.visible_to(request.standing).select_related("home", "lead")
    visit = get_object_or_404(found, public_id=public_id)
    rules.check_is_author(request.standing, visit)
    return visit


def own_report(request, public_id) -> Visit:
    """The report that one writes or amends. Raises Http404 for those of others, NotAllowed once it is sent."""
    visit = led_by(request, public_id)
    rules.check_is_being_written(visit)
    return visit


class OfOneReport(FormView):
    """A form about the report in the address, with the numbers to call at its foot."""

    has_numbers = True

    @cached_property
    def visit(self) -> Visit:
        return own_report(self.request, self.kwargs["public_id"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"visit": self.visit}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"visit": self.visit, "heading": getattr(self, "heading", "")}


class PartUpdate(OfOneReport):
    """One theme: what was typed is kept, and where it could point at a child the page comes back with it marked."""

    template_name = "visits/part_form.html"
    form_class = forms.PartForm

    @cached_property
    def part(self):
        if self.kwargs["part"] not in parts():
            raise Http404
        return parts()[self.kwargs["part"]]

    @cached_property
    def answers(self) -> dict[str, str]:
        return dict(self.visit.answers.values_list("question", "said"))

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"part": self.part, "verb": "Save and go on"}

    def get_initial(self):
        columns = {name: getattr(self.visit, name) for name in self.part.fields}
        return columns | self.answers | {"version": self.visit.version}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        texts = showing.texts_on(self.visit, self.part, self.answers)
        return (
            context
            | showing.place_of(self.visit, self.part)
            | {
                "part": self.part,
                "phone_forms": forms_of(self.request.user.pk),
                "warning": showing.caution_of(self.visit, texts),
                "points": self.visit.points.order_by("number") if self.part.slug == "points" else [],
            }
        )

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        visit = Visit.objects.get(pk=self.visit.pk)
        answers = dict(visit.answers.values_list("question", "said"))
        if showing.caution_of(visit, showing.texts_on(visit, self.part, answers)):
            return redirect("visits:part-update", visit.public_id, self.part.slug)
        return redirect(showing.next_after(visit, self.part))


class PointForms(OfOneReport):
    template_name = "visits/report_point_form.html"
    form_class = forms.PointForm
    heading = "A point to be answered"

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "The point is kept.")
        return redirect("visits:part-update", self.visit.public_id, "points")


class PointCreate(PointForms):
    pass


class PointUpdate(PointForms):
    @cached_property
    def point(self) -> Point:
        return own_point(self.request, self.kwargs["public_id"])

    @cached_property
    def visit(self) -> Visit:
        return own_report(self.request, self.point.visit.public_id)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"point": self.point}

    def get_initial(self):
        point = self.point
        names = ("title", "saw", "theme", "severity", "version")
        return {name: getattr(point, name) for name in names}


def own_point(request, public_id) -> Point:
    visit_rules.check_can_see_reports(request.standing)
    found = Point.objects.filter(visit__in=facts.visible_to(request.standing)).select_related("visit")
    return get_object_or_404(found, public_id=public_id)


@require_POST
def point_remove(request, public_id):
    point = own_point(request, public_id)
    services.remove_point(point=point, by=request.user, at=timezone.now())
    messages.success(request, "The point is taken out.")
    return redirect("visits:part-update", point.visit.public_id, "points")


class VisitCheck(DetailView):
    """The whole report before it is sent: what is missing, and what could point at a child."""

    template_name = "visits/visit_check.html"
    context_object_name = "visit"

    def get_object(self, queryset=None):
        return own_report(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        answers = dict(self.object.answers.values_list("question", "said"))
        return super().get_context_data(**kwargs) | {
            "chapters": showing.chapters_of(self.object, answers),
            "points": self.object.points.order_by("number"),
            "names": showing.names_in(self.object, answers),
            "is_whole": not rules.missing(self.object, answers),
        }


@require_POST
def visit_submit(request, public_id):
    """Send it. Pressed twice it is sent once."""
    visit_rules.check_can_see_reports(request.standing)
    visit = get_object_or_404(facts.visible_to(request.standing).select_related("lead"), public_id=public_id)
    rules.check_is_author(request.standing, visit)
    if visit.status != Visit.Status.SUBMITTED and "is_private" not in request.POST:
        messages.error(request, "Confirm that nobody can be recognised, then send it.")
        return redirect("visits:visit-check", public_id)
    try:
        explained = request.POST.get("names_explained", "")
        services.send_visit(visit=visit, by=request.user, at=timezone.now(), names_explained=explained)
    except ValidationError as problem:
        messages.error(request, "It is not sent yet. " + " ".join(showing.why_not_sent(problem)))
        return redirect("visits:visit-check", public_id)
    messages.success(request, "Your report is sent. The home answers each point, and you hear of it here.")
    return redirect("visits:visit-detail", public_id)


class VisitReturn(FormView):
    """An officer sends a report back with a reason."""

    template_name = "visits/report_form.html"
    form_class = forms.ReturnForm

    @cached_property
    def visit(self) -> Visit:
        visit_rules.check_can_see_reports(self.request.standing)
        found = facts.visible_to(self.request.standing).exclude(status=Visit.Status.DRAFT)
        return get_object_or_404(found.select_related("home", "lead"), public_id=self.kwargs["public_id"])

    def get_form_kwargs(self):
        rules.check_can_return(self.request.standing, self.visit)
        return super().get_form_kwargs() | {"visit": self.visit}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"visit": self.visit, "heading": "Return this report"}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "It is returned. The visitor gets a note.")
        return redirect("visits:visit-detail", self.visit.public_id)


class VisitPassOn(OfOneReport):
    """That a worry was passed on, and nothing of it; also after the report was sent."""

    template_name = "visits/report_form.html"
    form_class = forms.PassOnForm
    heading = "Record that it was passed on"

    @cached_property
    def visit(self) -> Visit:
        return led_by(self.request, self.kwargs["public_id"])

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "It is recorded that you passed it on. Nothing more is kept here.")
        if self.visit.status == Visit.Status.SUBMITTED:
            return redirect("visits:visit-detail", self.visit.public_id)
        return redirect("visits:part-update", self.visit.public_id, self.visit.step or "visit")
