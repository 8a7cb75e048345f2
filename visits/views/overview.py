"""Whether homes are visited as they should be, and what visits find: a financial year on a page."""

from datetime import date, timedelta

from django.http import Http404
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.generic import TemplateView

from corpparent.periods import NotAPeriod, Period, year_around
from corpparent.remembered import as_recorded
from visits.facts import coverage as facts
from visits.facts.in_year import in_year
from visits.models import VisitSettings
from visits.rules import visits as rules
from visits.showing import overview as showing

DAY = timedelta(days=1)


class Overview(TemplateView):
    """`?year=2026-27`; the present one unless asked for."""

    template_name = "visits/overview.html"

    def get_context_data(self, **kwargs):
        rules.check_can_see_overview(self.request.standing)
        today = timezone.localdate()
        present = year_around(today)
        year = self.year_asked_for(present)
        return super().get_context_data(**kwargs) | {
            "year": year,
            "before": year.before(),
            "after": year_around(year.ends_on + DAY) if year < present else None,
            **as_recorded(f"coverage: {year.code}", lambda: told(year, today)),
        }

    def year_asked_for(self, present):
        """Raises Http404 for what is no year."""
        try:
            year = Period.parse(self.request.GET.get("year") or present.code)
        except NotAPeriod as problem:
            raise Http404 from problem
        if year.kind != "year" or year > present:
            raise Http404
        return year


def told(year: Period, today: date) -> dict[str, str]:
    """What the page says of `year`, drawn: the same for everybody who may read it."""
    found, settings = in_year(year), VisitSettings.current()
    lines = facts.lines_of(found, settings, today)
    shown = {
        "heads": showing.heads_of(found.quarters),
        "lines": [showing.line_of(line) for line in lines],
        "times": showing.sentences_of(facts.times_of(found, settings.report_days)),
        "reasons": showing.reasons_of(facts.not_made(year)),
        "severities": showing.severities_of(facts.open_by_severity()),
        "themes": showing.themes_of(facts.by_theme(found)),
        "visitors": facts.by_visitor(found),
    }
    return {"lead": showing.lead_of(lines), "coverage": render_to_string("visits/coverage.html", shown)}
