"""People, bodies and memberships as files, and what the portal holds about one person."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, TemplateView

from corpparent import exports
from corpparent.words import moment
from members import popolo, rules, services, spreadsheets
from members.facts.exports import Register
from members.getting_in.fresh import needs_fresh_sign_in
from members.models import Council, Person
from members.roles import ADMINISTRATOR


class ExportList(TemplateView):
    """The downloads, each with what is in it."""

    template_name = "members/export_list.html"

    def dispatch(self, request, *args, **kwargs):
        rules.check_can_export_people(request.standing)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"has_emails": self.request.standing.has(ADMINISTRATOR)}


@require_POST
@needs_fresh_sign_in
def export_download(request, form):
    rules.check_can_export_people(request.standing)
    if form not in WRITERS:
        raise Http404
    return WRITERS[form](services.export_people(form=form, by=request.user, at=timezone.now()))


def popolo_file(register: Register) -> HttpResponse:
    text = json.dumps(popolo.document(register), ensure_ascii=False, indent=2)
    return exports.download("people-popolo.json", "application/json", text.encode())


def csv_files(register: Register) -> HttpResponse:
    """A zip of three tables."""
    tables = spreadsheets.sheets(register)
    files = {f"{name}.csv": exports.csv_bytes(sheet.head, sheet.rows) for name, sheet in tables.items()}
    return exports.zip_file("people-csv.zip", files)


def workbook(register: Register) -> HttpResponse:
    return exports.xlsx_file("people.xlsx", spreadsheets.sheets(register).values())


WRITERS = {"popolo": popolo_file, "csv": csv_files, "xlsx": workbook}


def person_with_data(request, public_id):
    """The person; 404 for whoever may not have their data, as for nobody."""
    if not rules.can_have_personal_data(request.standing, public_id):
        raise Http404
    return get_object_or_404(Person, public_id=public_id)


class PersonData(DetailView):
    """What the download about one person holds, and the button: for themselves, or for the administrator."""

    template_name = "members/person_data.html"

    def get_object(self, queryset=None):
        return person_with_data(self.request, self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        is_own = self.object.public_id == self.request.standing.public_id
        return super().get_context_data(**kwargs) | {"is_own": is_own}


@require_POST
@needs_fresh_sign_in
def person_download(request, public_id):
    person = person_with_data(request, public_id)
    now = timezone.now()
    data = services.give_personal_data(person=person, by=request.user, at=now)
    context = {"sections": data.items(), "name": person.name, "at": moment(now), "council": Council.glance()}
    files = {
        "data.json": json.dumps(data, ensure_ascii=False, indent=2).encode(),
        "data.html": render_to_string("members/person_data_file.html", context).encode(),
    }
    return exports.zip_file("personal-data.zip", files)
