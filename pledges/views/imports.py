"""The promises of a pledge as a table: one to fill in, bringing it, looking at it, taking it in, dropping it."""

from datetime import date

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, View

from corpparent import exports, uploads
from corpparent.rules import why_not
from corpparent.themes import BY_SLUG
from corpparent.words import count, day, moment
from members.models import Role
from pledges import services
from pledges.files import COLUMNS, EXAMPLE
from pledges.forms.imports import PledgeImportForm
from pledges.models import PledgeImport
from pledges.rules import imports as rules
from pledges.rules import pledges as pledge_rules
from pledges.showing import pledges as showing
from pledges.views.pledges import PledgeFormView


class PledgeImportCreate(PledgeFormView):
    check = staticmethod(rules.check_can_bring)
    form_class = PledgeImportForm
    template_name = "pledges/pledgeimport_form.html"
    heading = "Bring promises as a table"
    done = "The table was read. Nothing is added until you say so."

    def check_pledge(self, pledge):
        pledge_rules.check_words_can_change(pledge)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"refusal": uploads.too_large(self.request)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"columns": COLUMNS.values()}

    def get_success_url(self):
        return reverse("pledges:pledge-import-detail", args=[self.saved.public_id])


class PledgeImportDetail(DetailView):
    """What a table would add, what it would not and why, and the verb."""

    template_name = "pledges/pledgeimport_detail.html"
    slug_field = slug_url_kwarg = "public_id"
    context_object_name = "table"
    queryset = PledgeImport.objects.select_related("pledge", "brought_by")

    def get_context_data(self, **kwargs):
        rules.check_can_bring(self.request.standing)
        table = self.object
        who = table.brought_by.name if table.brought_by else "the portal"
        return super().get_context_data(**kwargs) | {
            "lead": f"{table.name}, brought by {who} on {moment(table.brought_at)}.",
            "rows": rows_of(table),
            "problems": showing.problems(table.findings),
            "left_out": len({one["row"] for one in table.findings}),
            "why_not_take": why_not(rules.check_waits, table)
            or why_not(pledge_rules.check_words_can_change, table.pledge)
            or why_not(rules.check_has_rows, len(table.rows)),
        }


def rows_of(table: PledgeImport) -> list[dict[str, object]]:
    """Its promises with theme, role and day in words. One query."""
    names = dict(Role.objects.values_list("slug", "name"))
    return [
        row
        | {
            "theme": BY_SLUG[row["theme"]].title,
            "role": names.get(row["role"], "Nobody yet"),
            "due_on": day(date.fromisoformat(row["due_on"])) if row["due_on"] else "",
        }
        for row in table.rows
    ]


class PledgeTable(View):
    """The columns with an invented row, to be filled in."""

    def get(self, request):
        rules.check_can_bring(request.standing)
        return exports.csv_file("promises.csv", list(COLUMNS.values()), [EXAMPLE])


@require_POST
def pledge_import_take(request, public_id):
    table = get_object_or_404(PledgeImport.objects.select_related("pledge"), public_id=public_id)
    promises = services.take_in_promises(table=table, by=request.user, at=timezone.now())
    said = count(len(promises), "promise was", "promises were").capitalize()
    messages.success(request, f"{said} added to the pledge.")
    return redirect("pledges:pledge-detail", table.pledge.public_id)


@require_POST
def pledge_import_drop(request, public_id):
    table = get_object_or_404(PledgeImport.objects.select_related("pledge"), public_id=public_id)
    services.drop_promises(table=table, by=request.user, at=timezone.now())
    messages.info(request, "The table was dropped. Nothing of it was kept.")
    return redirect("pledges:pledge-detail", table.pledge.public_id)
