"""Checks: seen by few, and every look is an event. Whoever may not know of them is told that there is no such page."""

from typing import cast

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import ListView, TemplateView

from corpparent.rules import why_not
from members import rules, services
from members.facts.checks import people_with_state
from members.filters import ChecksFilter
from members.forms.checks import CheckForm
from members.models import Person
from members.showing import checks as showing
from members.views.keeping import KeepingForm


class CheckList(ListView):
    """Where the checks of all who visit, or may, stand."""

    template_name = "members/check_list.html"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        if not rules.sees_all_checks(request.standing):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        self.filter = ChecksFilter(self.request.GET, people_with_state(timezone.localdate()))
        return self.filter.qs

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = [showing.of_person(person) for person in context["page_obj"]]
        services.list_checks(people=len(rows), by=cast(Person, self.request.user), at=timezone.now())
        return context | {
            "rows": rows,
            "filter": self.filter,
            "is_filtered": any(self.request.GET.get(name) for name in self.filter.filters),
        }


class PersonChecks(TemplateView):
    """What is recorded of one person. One's own is shown to oneself without an event."""

    template_name = "members/check_detail.html"

    def get_context_data(self, **kwargs):
        who, today = self.request.standing, timezone.localdate()
        if not rules.sees_checks_of(who, kwargs["public_id"]):
            raise Http404
        person = get_object_or_404(Person, public_id=kwargs["public_id"])
        by = cast(Person, self.request.user)
        checks = services.look_at_checks(person=person, by=by, at=timezone.now())
        return super().get_context_data(**kwargs) | {
            "person": person,
            "is_mine": who.public_id == person.public_id,
            "sees_all": rules.sees_all_checks(who),
            "current": [showing.of_check(check, today) for check in checks if check.is_current],
            "earlier": [showing.of_check(check, today) for check in checks if not check.is_current],
            "why_not_record": why_not(rules.check_can_record_check, who, person.public_id),
        }


class CheckCreate(KeepingForm):
    form_class = CheckForm
    template_name = "members/check_form.html"
    done = "The check is written down."

    def dispatch(self, request, *args, **kwargs):
        public_id = kwargs["public_id"]
        if not rules.sees_checks_of(request.standing, public_id):
            raise Http404
        rules.check_can_record_check(request.standing, public_id)
        self.person = get_object_or_404(Person, public_id=public_id)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"person": self.person}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"person": self.person}

    def get_success_url(self):
        return reverse("members:person-checks", args=[self.person.public_id])
