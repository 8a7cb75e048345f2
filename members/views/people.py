"""People: the directory, a person's page and history, adding, changing, closing and opening an account."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, ListView, TemplateView

from corpparent.rules import why_not
from members import rules, services
from members.facts import directory, history
from members.facts.alerts import alerts_for
from members.facts.people import appointments_of, level_said
from members.forms.directory import DirectoryForm
from members.forms.people import PersonChangeForm, PersonForm
from members.getting_in.fresh import needs_fresh_sign_in
from members.handing_over import open_of
from members.models import Person
from members.showing.directory import drawn
from members.views.deeds import DeedView, OfOnePerson, path_of

PAGE = 100
LAST_PAGE = 10_000


class PersonList(TemplateView):
    """Everybody with an appointment, for everybody with an appointment. The page and its count are one query."""

    template_name = "members/person_list.html"

    def get_context_data(self, **kwargs):
        who = self.request.standing
        form = DirectoryForm(self.request.GET, choices=directory.choices())
        number = self.page_number()
        rows, people = directory.page_of(form.asked, on=who.on, number=number, size=PAGE)
        if not rows and number > 1:
            raise Http404
        is_filtered = any(value for name, value in self.request.GET.items() if name != "page")
        return super().get_context_data(**kwargs) | {
            "rows": drawn(rows),
            "heading": directory.heading(people, is_filtered=is_filtered),
            "page_obj": Paginator(range(people), PAGE).page(number),
            "form": form,
            "is_filtered": is_filtered,
            "alerts": alerts_for(who),
            "why_not_add": why_not(rules.check_can_appoint, who),
        }

    def page_number(self) -> int:
        asked = self.request.GET.get("page", "1")
        if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= LAST_PAGE and len(asked) <= 6):
            raise Http404
        return int(asked)


class PersonDetail(OfOnePerson, DetailView):
    """Who somebody is to the council today, and where to go on from there."""

    template_name = "members/person_detail.html"

    def get_context_data(self, **kwargs):
        who, person = self.request.standing, self.object
        held = appointments_of(person, who.on)
        is_administrator = not why_not(rules.check_can_appoint, who)
        return (
            super().get_context_data(**kwargs)
            | held
            | {
                "level_said": level_said(held["now"]),
                "is_administrator": is_administrator,
                "is_own": who.public_id == person.public_id,
                "sees_record": not why_not(rules.check_can_see_record, who, person.public_id),
                "sees_checks": rules.sees_checks_of(who, person.public_id),
                "open_things": len(open_of(person)) if is_administrator else 0,
                "can_be_invited": bool(person.email) and person.is_active and person.last_login is None,
            }
        )


class PersonHistory(OfOnePerson, ListView):
    """Every appointment, and what the record says, for those who may see it."""

    template_name = "members/person_history.html"
    paginate_by = 50

    def get_queryset(self):
        may_not = why_not(rules.check_can_see_record, self.request.standing, self.person.public_id)
        return history.record_of(self.person).none() if may_not else history.record_of(self.person)

    def get_context_data(self, **kwargs):
        who, person = self.request.standing, self.person
        context = super().get_context_data(**kwargs)
        held = appointments_of(person, who.on)
        roles = {row["public_id"]: row["role"] for rows in held.values() for row in rows}
        return context | {
            "person": person,
            "appointments": [*held["coming"], *held["now"], *held["past"]],
            "rows": history.rows_of(context["page_obj"].object_list, roles),
            "why_not_record": why_not(rules.check_can_see_record, who, person.public_id),
        }


class PersonCreate(DeedView):
    form_class = PersonForm
    template_name = "members/person_form.html"
    extra_context = DeedView.extra_context | {
        "heading": "Add a person",
        "lead": "Then appoint them: only an appointment opens the portal.",
    }

    def done(self, person):
        messages.success(self.request, f"{person.name} is added.")
        return path_of(person)


class PersonUpdate(OfOnePerson, DeedView):
    form_class = PersonChangeForm
    template_name = "members/person_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"row": self.person}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"person": self.person, "heading": f"Change {self.person.name}"}

    def done(self, person):
        messages.success(self.request, "Changes kept.")
        return path_of(person)


class PersonConfirm(OfOnePerson, DetailView):
    """Asked before an account is closed."""

    template_name = "members/person_confirm.html"

    def get_context_data(self, **kwargs):
        refusal = why_not(rules.check_can_close, self.request.standing, self.object.public_id)
        return super().get_context_data(**kwargs) | {"why_not_close": refusal}


@require_POST
@needs_fresh_sign_in
def person_close(request, public_id):
    rules.check_can_appoint(request.standing)
    person = get_object_or_404(Person, public_id=public_id)
    services.close_person(person=person, by=request.user, at=timezone.now())
    messages.info(request, f"The account of {person.name} is closed. Appointments run on until they are ended.")
    return redirect(path_of(person))


@require_POST
@needs_fresh_sign_in
def person_open(request, public_id):
    rules.check_can_appoint(request.standing)
    person = get_object_or_404(Person, public_id=public_id)
    services.open_person(person=person, by=request.user, at=timezone.now())
    messages.success(request, f"The account of {person.name} is open again.")
    return redirect(path_of(person))
