"""Work programmes: a body's year for everybody who may read it, and the officers' deeds."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView, View

from corpparent import exports
from corpparent.periods import NotAPeriod, Period, year_around
from pledges.views.pressing import press
from reports.committees import services
from reports.committees.facts import programme as facts
from reports.committees.forms import programme as forms
from reports.committees.models import WorkProgrammeItem
from reports.committees.models.meeting import keeps_papers
from reports.committees.rules import programme as rules
from reports.committees.showing import programme as showing


class Chosen:
    """`?body=slug&year=2026-27`: the first body with a programme, and the present year, unless asked for."""

    @cached_property
    def bodies(self):
        return list(facts.bodies_with(self.request.standing))

    @cached_property
    def body(self):
        """Raises Http404 for one that the reader has no programme of; None where there is none at all."""
        slug = self.request.GET.get("body", "")
        found = [one for one in self.bodies if one.slug == slug or not slug]
        if slug and not found:
            raise Http404
        leading = [one for one in found if one.is_corporate_parenting]
        return (leading or found or [None])[0]

    @cached_property
    def year(self) -> Period:
        present = year_around(timezone.localdate())
        try:
            year = Period.parse(self.request.GET.get("year") or present.code)
        except NotAPeriod as problem:
            raise Http404 from problem
        if year.kind != "year" or abs(year.starts_on.year - present.starts_on.year) > 10:
            raise Http404
        return year


def after(year: Period) -> Period:
    return Period.parse(f"{year.starts_on.year + 1}-{(year.starts_on.year + 2) % 100:02}")


@method_decorator(login_not_required, name="dispatch")
class ProgrammeList(Chosen, TemplateView):
    """What is expected of a body in a year: what is missing first, then by quarters."""

    template_name = "committees/programme_list.html"

    def get_context_data(self, **kwargs):
        today, who = timezone.localdate(), self.request.standing
        keeps = keeps_papers(who)
        found = facts.of_year(self.body, self.year) if self.body else []
        rows = [showing.row_of(one, today, keeps=keeps, is_member=who.is_member) for one in found]
        return super().get_context_data(**kwargs) | {
            "body": self.body,
            "bodies": [{"slug": one.slug, "name": one.name, "is_here": one == self.body} for one in self.bodies],
            "year": self.year,
            "before": self.year.before(),
            "after": after(self.year),
            "missing": [row.title for row in rows if row.state in ("missing", "late")],
            "quarters": showing.quarters_of(found, rows),
            "keeps": keeps,
        }


@method_decorator(login_not_required, name="dispatch")
class ProgrammeFigures(Chosen, View):
    """The same as a file."""

    def get(self, request):
        if self.body is None:
            raise Http404
        found, who = facts.of_year(self.body, self.year), request.standing
        rows = showing.table_of(found, timezone.localdate(), is_member=who.is_member)
        return exports.csv_file(f"work-programme-{self.body.slug}-{self.year.code}.csv", showing.HEAD, rows)


def page_of(body, year: str) -> str:
    return f"{reverse('committees:programme-list')}?body={body.slug}&year={year}"


@require_POST
def programme_begin(request):
    """With what is usual."""
    rules.check_can_keep(request.standing)
    chosen = ProgrammeList()
    chosen.setup(request)
    if chosen.body is None:
        raise Http404
    added = services.begin_programme(body=chosen.body, year=chosen.year, by=request.user, at=timezone.now())
    messages.success(request, f"{added} usual topics are expected now." if added else "All usual topics were there.")
    return redirect(page_of(chosen.body, chosen.year.code))


class OfProgramme(FormView):
    template_name = "committees/programme_form.html"
    heading = ""

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_keep(request.standing)
        self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Raises NotAllowed where the form would only be refused, and Http404."""

    def back(self) -> str:
        return page_of(self.one.body, self.one.year)

    @cached_property
    def one(self) -> WorkProgrammeItem:
        found = WorkProgrammeItem.objects.select_related(*facts.WITH)
        return get_object_or_404(found, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"heading": self.heading, "back": self.back()}

    def form_valid(self, form):
        form.save(by=self.request.user)
        if form.errors:
            return self.form_invalid(form)
        messages.success(self.request, "Kept.")
        return redirect(self.back())


class ProgrammeItemCreate(Chosen, OfProgramme):
    form_class = forms.ExpectedForm
    heading = "Something else is expected"

    def check(self) -> None:
        if self.body is None:
            raise Http404

    def back(self) -> str:
        return page_of(self.body, self.year.code)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"body": self.body, "year": self.year}


class OfOne(OfProgramme):
    """A deed to what is expected, in the address."""

    def check(self) -> None:
        rules.check_is_open(self.one)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"one": self.one}


class ProgrammeItemUpdate(OfOne):
    form_class = forms.ExpectedForm
    heading = "Change what is expected"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"body": self.one.body, "year": Period.parse(self.one.year)}


class ProgrammeItemPlan(OfOne):
    form_class = forms.PlanForm
    heading = "Plan it for a meeting"


class ProgrammeItemDrop(OfOne):
    form_class = forms.DropForm
    heading = "It is not expected any more"


def pressed(request, public_id, deed, said):
    rules.check_can_keep(request.standing)
    one = get_object_or_404(WorkProgrammeItem.objects.select_related("body"), public_id=public_id)
    press(request, lambda: deed(one=one, by=request.user, at=timezone.now()), said)
    return redirect(page_of(one.body, one.year))


@require_POST
def programme_item_put(request, public_id):
    """Onto the agenda of the meeting it is planned for."""
    return pressed(request, public_id, services.put_on_agenda, "It stands on the agenda.")


@require_POST
def programme_item_resume(request, public_id):
    return pressed(request, public_id, services.take_up_again, "It is expected again.")
