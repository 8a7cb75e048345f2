"""Deeds to a point: the home answers, a visitor says whether it is resolved, children were told."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from pledges.views.pressing import version_seen
from visits import services
from visits.facts import visits as visit_facts
from visits.facts.posts import posts_held_by
from visits.forms import points as forms
from visits.models import Point
from visits.rules import points as rules
from visits.rules import visits as visit_rules


def seen_point(request, public_id) -> Point:
    """The point, of a sent report that the reader may see. Raises Http404."""
    visit_rules.check_can_see_reports(request.standing)
    seen = visit_facts.visible_to(request.standing)
    found = Point.objects.filter(visit__in=seen).exclude(visit__status="draft")
    return get_object_or_404(
        found.select_related("visit__home", "visit__lead", "response__action__owner"), public_id=public_id
    )


class OfOnePoint(FormView):
    """A form whose `save(by=)` is one service call; a refused one is shown again with everything that was typed."""

    template_name = "visits/point_form.html"
    done = heading = lead = ""

    @cached_property
    def point(self) -> Point:
        return seen_point(self.request, self.kwargs["public_id"])

    @cached_property
    def answers_for_home(self) -> bool:
        who = self.request.standing
        return posts_held_by(who.person_id, who.on).filter(home=self.point.visit.home_id).exists()

    def get_context_data(self, **kwargs):
        given = {"point": self.point, "heading": self.heading, "lead": self.lead}
        return super().get_context_data(**kwargs) | given

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect("visits:visit-detail", self.point.visit.public_id)


class PointAnswer(OfOnePoint):
    form_class = forms.AnswerForm
    heading = "Your answer"
    done = "Your answer is sent. The visitors are told when every point is answered."

    def get_form_kwargs(self):
        rules.check_can_answer(self.request.standing, self.point, self.answers_for_home)
        return super().get_form_kwargs() | {"point": self.point}


class PointTell(OfOnePoint):
    form_class = forms.TellForm
    heading = "What children were told"
    lead = "They raised it or live with it. Say when they heard what came of it."
    done = "It is written down."

    def get_form_kwargs(self):
        rules.check_can_tell(self.request.standing, self.point, self.answers_for_home)
        return super().get_form_kwargs() | {"point": self.point, "initial": self.written()}

    def written(self):
        point = self.point
        return {"told_on": point.told_on, "told_words": point.told_words, "version": point.version}


@require_POST
def point_resolve(request, public_id):
    """The visitor's own word: yes, not yet, or look at the next visit."""
    point = seen_point(request, public_id)
    rules.check_can_resolve(request.standing, point)
    resolved = request.POST.get("resolved", "")
    if resolved not in Point.Resolved.values:
        messages.error(request, "Choose whether it is resolved: yes, not yet, or look next visit.")
        return redirect("visits:visit-detail", point.visit.public_id)
    try:
        services.resolve_point(
            point=point, resolved=resolved, version=version_seen(request), by=request.user, at=timezone.now()
        )
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, f"You said of “{point.title}”: {Point.Resolved(resolved).label.lower()}.")
    return redirect("visits:visit-detail", point.visit.public_id)
