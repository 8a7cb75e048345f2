"""The statutory return through its page: looked at, taken in, dropped or wiped."""

import time
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from corpparent import sweeping
from corpparent.models import Event
from corpparent.rules import NotAllowed
from reports.indicators import services
from reports.indicators.models import Import, Observation
from tests.factories.indicators import ImportFactory
from tests.factories.returns import EPISODE, small_return, zipped
from tests.reports.indicators.returning import PAGE, RETURN, html, send
from tests.reports.indicators.ssda903 import generated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ours")]


def events():
    return [event.type for event in Event.objects.all()]


def test_page_is_for_importers(councillor):
    assert councillor.get(PAGE).status_code == 403
    assert send(councillor).status_code == 403
    assert not Import.objects.exists()


def test_page_of_a_stranger_leads_to_sign_in(client):
    assert client.post(PAGE).url == f"/account/sign-in/?next={PAGE}"


def test_page_without_a_token_is_refused(officer):
    officer.handler.enforce_csrf_checks = True
    assert send(officer).status_code == 403
    assert not Import.objects.exists()


def test_page_offers_the_years_that_have_ended(officer):
    page = html(officer.get(PAGE))
    assert "Year ending March 2018" in page
    assert "Year ending March 2017" not in page
    assert f"Year ending March {timezone.localdate().year + 1}" not in page


def test_return_is_previewed_then_taken_in(officer, nothing_left):
    page = html(send(officer))
    row = Import.objects.get()
    assert (row.kind, row.status, row.collection_year, row.uploaded_by) == ("return", "ready", 2025, officer.person)
    assert row.figures
    assert "Take in these figures?" in page
    assert "Provisional return for the year ending March 2025." in page
    assert "Unless it is taken in, all of this is wiped on" in page
    assert not Observation.objects.exists()

    done = html(officer.post(f"{row.get_absolute_url()}confirm/", follow=True))
    row.refresh_from_db()
    assert (row.status, row.figures, row.counts["new"]) == ("done", [], Observation.objects.count())
    assert "were taken in" in done
    one = Observation.objects.get(indicator__code="children-in-care")
    assert (one.value, one.period, one.origin, one.status) == (1, "2024-25", "own", "provisional")
    assert events() == ["return-read", "file-taken-in"]
    nothing_left(page, done)


def test_return_that_is_final_gives_final_figures(officer):
    send(officer, status="final")
    officer.post(f"{Import.objects.get().get_absolute_url()}confirm/")
    assert set(Observation.objects.values_list("status", flat=True)) == {"final"}


def test_return_as_a_zip_is_the_same_return(officer):
    send(officer)
    send(officer, [("return.zip", zipped([*RETURN, ("notes.pdf", b"%PDF-1.7")]))])
    assert Import.objects.count() == 1


def test_return_as_a_folder_passes_over_what_is_no_csv(officer):
    files = [*RETURN, ("notes.pdf", b"%PDF-1.7"), (".DS_Store", b"x")]
    send(officer, files=[], folder=[SimpleUploadedFile(name, data) for name, data in files])
    assert Import.objects.get().counts["modules"]["Header"] == 1


def test_return_again_while_it_waits_joins_the_first(officer, administrator):
    send(officer)
    send(administrator, list(reversed(RETURN)))
    assert (Import.objects.count(), events()) == (1, ["return-read"])


def test_return_again_after_it_was_taken_in_changes_nothing_and_says_so(officer):
    send(officer)
    row = Import.objects.get()
    officer.post(f"{row.get_absolute_url()}confirm/")
    page = html(send(officer))
    assert "Nothing was changed." in page
    assert Import.objects.count() == 1


def test_return_again_as_final_is_taken_in_anew(officer):
    for status in ("provisional", "final"):
        send(officer, status=status)
        officer.post(f"{Import.objects.first().get_absolute_url()}confirm/")
    assert Import.objects.count() == 2
    assert set(Observation.objects.filter(is_current=True).values_list("status", flat=True)) == {"final"}


def test_confirm_twice_is_refused(officer):
    send(officer)
    address = f"{Import.objects.get().get_absolute_url()}confirm/"
    officer.post(address)
    answer = officer.post(address)
    assert answer.status_code == 403
    assert "This file has already been taken in." in answer.content.decode()


def test_drop_keeps_no_sums(officer):
    send(officer)
    row = Import.objects.get()
    page = html(officer.post(f"{row.get_absolute_url()}drop/", follow=True))
    row.refresh_from_db()
    assert "dropped" in page
    assert (row.status, row.figures, row.findings, row.problems) == ("dropped", [], [], [])
    assert not Observation.objects.exists()


def test_sweep_wipes_what_waited_a_day(officer):
    send(officer)
    row = Import.objects.get()
    sweeping.sweep(row.uploaded_at + timedelta(hours=23, minutes=59))
    assert Import.objects.get().status == "ready"
    sweeping.sweep(row.uploaded_at + timedelta(hours=24))
    row.refresh_from_db()
    assert (row.status, row.figures, row.findings, row.problems, row.problem_total) == ("dropped", [], [], [], 0)
    assert events() == ["return-read", "return-wiped"]
    assert "This file was dropped" in html(officer.get(row.get_absolute_url()))


def test_sweep_leaves_other_files_alone():
    ImportFactory(status="ready", ended_at=None)
    sweeping.sweep(timezone.now())
    assert Import.objects.get().status == "ready"


def test_confirm_after_a_day_is_refused_even_before_the_sweep(officer):
    send(officer)
    row = Import.objects.get()
    with pytest.raises(NotAllowed, match="More than 24 hours"):
        services.confirm_return(file=row, by=officer.person, at=row.uploaded_at + timedelta(hours=24))


def test_findings_are_listed_and_leave_as_csv_without_a_child(officer, nothing_left):
    episodes = [EPISODE, EPISODE | {"DECOM": "01/09/2024", "RNE": "P"}]
    page = html(send(officer, small_return(episodes=episodes)))
    row = Import.objects.get()
    assert row.findings
    assert "to look at in the return itself" in page
    answer = officer.get(f"{row.get_absolute_url()}findings/")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Rule,Table,Row,Column,What to mend,May change a figure"
    assert len(lines) == 1 + sum(len(one["rows"]) for one in row.findings)
    nothing_left(page, answer.content.decode())


def test_findings_are_not_for_councillors(officer, councillor):
    send(officer)
    assert councillor.get(f"{Import.objects.get().get_absolute_url()}findings/").status_code == 403


def test_preview_takes_well_under_a_second(officer):
    files = generated.files()
    begun = time.perf_counter()
    html(send(officer, files))
    assert time.perf_counter() - begun < 3  # on busy cores; the bench says how fast it is
    assert Import.objects.count() == 1
