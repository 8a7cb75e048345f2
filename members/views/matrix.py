"""The matrix of duties: people by duties, and the same as a table to take away."""

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView, View

from corpparent import exports
from members import rules
from members.facts import matrix
from members.facts.ledger import Ledger, current_settings
from members.facts.years import end_of_year
from members.forms import MatrixForm

PAGE = 50


class Chosen:
    """What the GET form chose: the day, the people on it, and how the duties are set."""

    def __init__(self, request):
        rules.check_can_see_all_duties(request.standing)
        self.form = MatrixForm(request.GET)
        chosen = self.form.chosen
        self.is_filtered = any(value is not None for value in chosen.values())
        self.on = end_of_year(chosen["year"] or "", timezone.localdate())
        self.settings = current_settings()
        self.found: Ledger = {}
        self.people = matrix.people_on(
            self.on, role=chosen["role"] or "", body=chosen["body"] or "", level=chosen["level"]
        )
        if chosen["state"]:
            self.found = matrix.lines_on(self.on, self.people, self.settings)
            self.people = matrix.in_state(self.people, self.found, chosen["state"])

    def ledger_of(self, people) -> Ledger:
        """The duties of `people`, who are among those chosen: read once, where a state was asked for already."""
        return self.found or matrix.lines_on(self.on, people, self.settings)


class DutyMatrix(TemplateView):
    template_name = "members/matrix_list.html"

    def get_context_data(self, **kwargs):
        chosen = Chosen(self.request)
        page = Paginator(chosen.people, PAGE).get_page(self.request.GET.get("page"))
        columns, awaited = matrix.columns_of(chosen.settings)
        found = chosen.ledger_of(page.object_list)
        return super().get_context_data(**kwargs) | {
            "form": chosen.form,
            "is_filtered": chosen.is_filtered,
            "page": page,
            "people": page.paginator.count,
            "on": f"{chosen.on:%-d %B %Y}",
            "columns": columns,
            "awaited": awaited,
            "rows": matrix.rows_of(page.object_list, found, columns),
            "table_url": f"{reverse('members:duty-table')}?{self.request.GET.urlencode()}",
        }


class DutyTable(View):
    """Everybody whom the filters leave, with every duty, as CSV."""

    def get(self, request):
        chosen = Chosen(request)
        found = chosen.ledger_of(chosen.people)
        head, *rows = matrix.table_of(chosen.people, found, chosen.settings)
        return exports.csv_file(f"duties-{chosen.on.isoformat()}.csv", head, rows)
