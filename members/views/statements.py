"""One person's statement of duties: on screen, on paper, and signed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView, View

from members import papers, rules, services
from members.facts.statements import ROLE, statement_of
from members.facts.years import end_of_year, years
from members.models import Council, Person


def visible_statement(request, public_id):
    """The person and their statement on the day asked for; 404 for whoever may not see it."""
    who = request.standing
    if who.public_id != public_id and not rules.sees_all_duties(who):
        raise Http404
    person = get_object_or_404(Person, public_id=public_id)
    on = end_of_year(request.GET.get("year", ""), timezone.localdate())
    return person, statement_of(person, on, timezone.now())


class StatementDetail(TemplateView):
    """“Three duties wait for you.”, each with the record behind it."""

    template_name = "members/statement_detail.html"

    def get_context_data(self, **kwargs):
        person, told = visible_statement(self.request, self.kwargs["public_id"])
        today = timezone.localdate()
        is_mine = person == self.request.user
        return super().get_context_data(**kwargs) | {
            "person": person,
            "told": told,
            "is_mine": is_mine,
            "is_today": told.on == today,
            "years": years_of(person, told.on, today),
            "pdf_url": pdf_url(person, self.request.GET.get("year", "")),
            "sees_all": rules.sees_all_duties(self.request.standing),
        }


def years_of(person, on, today):
    """Links to the statement as it stands today, and as it stood at the end of earlier years."""
    url = reverse("members:statement-detail", args=[person.public_id])
    ends = [
        (f"31 March {year.ends_on.year}", f"{url}?year={year.code}", year.ends_on)
        for year in years(today, running=False)
    ]
    return [{"label": label, "url": to, "is_current": day == on} for label, to, day in [("Today", url, today), *ends]]


def pdf_url(person, year):
    url = reverse("members:statement-pdf", args=[person.public_id])
    return f"{url}?year={year}" if year else url


class StatementPdf(View):
    """The statement as one page, printed while one waits: about half a second."""

    def get(self, request, public_id):
        person, told = visible_statement(request, public_id)
        printed = papers.statement_pdf(told, pine=Council.glance().pine)
        name = f"duties-{slugify(person.name) or 'person'}-{told.on.isoformat()}.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": "sandbox"}
        return HttpResponse(printed.content, content_type="application/pdf", headers=headers)


@require_POST
def statement_sign(request):
    """Sign the statement of one's own role."""
    services.sign_statement(statement=ROLE, by=request.user, at=timezone.now())
    messages.success(request, "You have signed the statement of your role. It stands in your duties.")
    return redirect("members:statement-detail", request.user.public_id)
