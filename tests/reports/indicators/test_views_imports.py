"""The pages about files: upload, watch, look, take in or drop, history."""

import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corpparent import jobs
from corpparent.models import Event, Job
from members import words
from members.models import Council
from reports.indicators.models import Import, Observation
from tests.factories.corpparent import JobFactory
from tests.factories.indicators import NOW, ImportFactory, csv_file, stability_rows

pytestmark = pytest.mark.django_db

DIRTY = settings.BASE_DIR.parent / "shared" / "data" / "dirty"
REFUSED = "Only a performance officer or the administrator can bring in figures."
OPEN = {"status": "ready", "ended_at": None, "counts": {"new": 5, "changed": 0, "unchanged": 0, "left_out": 0}}
READ = ["", "progress/", "problems/"]
VERBS = ["confirm/", "drop/"]


def send(client, content, name="stability.csv", kind="statistics"):
    file = SimpleUploadedFile(name, content)
    return client.post("/figures/imports/new/", {"kind": kind, "file": file}, follow=True)


def take_in(client, content):
    send(client, content)
    jobs.work()
    file = Import.objects.first()
    client.post(f"{file.get_absolute_url()}confirm/")
    jobs.work()
    return file


def sound(**changes):
    return csv_file(stability_rows(**changes)).getvalue()


def flawed():
    return csv_file([*stability_rows(), *stability_rows(percent="=1+1", time_period="2022")]).getvalue()


def html_of(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def html(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def addresses(file):
    return ["/figures/imports/", "/figures/imports/new/", *(f"{file.get_absolute_url()}{end}" for end in READ)]


def test_pages_are_for_those_who_are_signed_in(client, council):
    file = ImportFactory()
    for path in addresses(file):
        assert client.get(path).url == f"/account/sign-in/?next={path}"
    for verb in VERBS:
        assert client.post(f"{file.get_absolute_url()}{verb}").status_code == 302


def test_pages_tell_the_wrong_role_why(councillor, council):
    file = ImportFactory(**OPEN)
    answers = [councillor.get(path) for path in addresses(file)]
    answers += [councillor.post(f"{file.get_absolute_url()}{verb}") for verb in VERBS]
    for answer in answers:
        assert answer.status_code == 403
        assert REFUSED in answer.content.decode()
    assert Import.objects.get().status == "ready"


def test_pages_of_an_unknown_file_are_404(officer, council):
    stem = f"/figures/imports/{uuid.uuid4()}/"
    assert {officer.get(f"{stem}{end}").status_code for end in READ} == {404}
    assert {officer.post(f"{stem}{verb}").status_code for verb in VERBS} == {404}


def test_verbs_are_not_for_looking(officer, council):
    file = ImportFactory(**OPEN)
    assert {officer.get(f"{file.get_absolute_url()}{verb}").status_code for verb in VERBS} == {405}
    assert {officer.post(f"{file.get_absolute_url()}{end}").status_code for end in READ} == {405}


def test_administrator_sees_them_too(administrator, council):
    assert "No file has been brought yet." in html_of(administrator, "/figures/imports/")


def test_upload_to_result_through_the_real_forms(officer, council):
    moving = html(send(officer, flawed()))
    file = Import.objects.get()
    assert "Waiting for its turn." in moving
    assert f'data-progress-url="{file.get_absolute_url()}progress/"' in moving
    assert ">Check again</a>" in moving

    jobs.work()
    fragment = html_of(officer, f"{file.get_absolute_url()}progress/")
    assert "data-progress-url" not in fragment
    assert "See what the file holds" in fragment
    ready = html_of(officer, file.get_absolute_url())
    assert "Take in this file?" in ready
    assert "the year ending March 2023" in ready
    assert "One thing to mend" in ready
    assert "<td>4</td>" in ready
    assert "children_percent" in ready
    assert "Row left out" in ready
    assert "Take in one figure" in ready
    assert Observation.objects.count() == 0

    moving = html(officer.post(f"{file.get_absolute_url()}confirm/", follow=True))
    assert "Taking in the file" in moving
    jobs.work()
    done = html_of(officer, file.get_absolute_url())
    assert "One figure was taken in" in done
    assert 'href="/figures/"' in done
    assert officer.person.name in done
    assert Observation.objects.count() == 1


def test_upload_of_the_same_file_again_leads_to_the_first(officer, council):
    file = take_in(officer, sound())
    answer = send(officer, sound(), name="again.csv")
    assert answer.redirect_chain[-1][0] == file.get_absolute_url()
    assert "This is the same file as “stability.csv”, taken in on" in html(answer)
    assert Import.objects.count() == 1


def test_preview_of_what_is_known_offers_nothing_to_take_in(officer, council):
    take_in(officer, flawed())
    send(officer, flawed())
    jobs.work()
    ready = html_of(officer, Import.objects.first().get_absolute_url())
    assert "there is nothing to take in" in ready
    assert "confirm/" not in ready


def test_drop_keeps_nothing(officer, council):
    send(officer, sound())
    jobs.work()
    file = Import.objects.get()
    dropped = html(officer.post(f"{file.get_absolute_url()}drop/", follow=True))
    assert "This file was dropped" in dropped
    assert "Nothing of it was kept." in dropped
    assert [event.type for event in Event.objects.all()] == ["file-uploaded", "file-dropped"]


def test_confirm_twice_says_why_not(officer, council):
    file = ImportFactory(**OPEN)
    officer.post(f"{file.get_absolute_url()}confirm/")
    answer = officer.post(f"{file.get_absolute_url()}confirm/")
    assert answer.status_code == 403
    assert "This file is being taken in already." in answer.content.decode()
    assert Job.objects.count() == 1


def test_file_that_is_refused_when_read_says_why_and_what_to_do(officer, council):
    file = ImportFactory(status="refused", counts={}, refusal="It has no rows.")
    page = html_of(officer, file.get_absolute_url())
    assert "This file was refused" in page
    assert "It has no rows." in page
    assert "Nothing was stored." in page


@pytest.mark.parametrize("status", ["reading", "taking"])
def test_file_whose_job_failed_says_so_and_can_be_dropped(officer, council, status):
    file = ImportFactory(**OPEN | {"status": status})
    failed = {"status": "failed", "ended_at": NOW + timedelta(minutes=1), "message": "It was tried 5 times."}
    JobFactory(kind="read-import", subject_kind="import", subject_id=file.public_id, **failed)
    page = html_of(officer, file.get_absolute_url())
    assert "This file got stuck" in page
    assert "It was tried 5 times." in page
    assert ">Failed</span>" in html_of(officer, "/figures/imports/")
    assert "This file was dropped" in html(officer.post(f"{file.get_absolute_url()}drop/", follow=True))


def test_progress_of_a_file_without_a_job_is_404(officer, council):
    html_of(officer, f"{ImportFactory().get_absolute_url()}progress/", status=404)


def test_form_without_a_file_says_what_to_do(officer, council):
    answer = officer.post("/figures/imports/new/", {"kind": "statistics"})
    assert html(answer).count("Choose the file to be read.") == 2
    assert "<title>Error: " in html(answer)


def test_form_with_an_empty_file_says_what_to_do(officer, council):
    assert "This file is empty." in html(send(officer, b""))


def test_form_with_too_large_a_file_says_so_and_keeps_nothing(officer, council, settings):
    settings.UPLOAD_MAX_BYTES = 1000
    page = html(send(officer, b"x" * 5000))
    assert "The portal takes files of up to 1000\xa0bytes" in page
    assert Import.objects.count() == 0


def test_form_with_another_kind_of_file_is_refused_before_it_is_kept(officer, council, data_dir):
    page = html(send(officer, b"CHILD,SEX,DOB\n1,2,01/01/2010\n", name="header.csv"))
    assert "There is a problem" in page
    assert Import.objects.count() == 0
    assert not (data_dir / "files").exists()


@pytest.mark.parametrize("kind", ["statistics", "neighbours"])
def test_dirty_files_give_a_sentence(officer, council, kind):
    if not DIRTY.exists():
        pytest.skip("The sample data of dirty files is not on this machine.")
    for path in sorted(DIRTY.glob("*.csv")):
        page = html(send(officer, path.read_bytes(), path.name, kind))
        jobs.work()
        assert "There is a problem" in page or Import.objects.exists(), path.name
        for file in Import.objects.all():
            html_of(officer, file.get_absolute_url())
    assert not Observation.objects.exists()


def test_list_to_mend_runs_nothing_in_a_spreadsheet(officer, council):
    problem = {"row": 17, "column": "=1+1", "reason": "@x", "did": "The row was left out."}
    file = ImportFactory(problems=[problem], problem_total=1)
    answer = officer.get(f"{file.get_absolute_url()}problems/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "17,'=1+1,'@x,The row was left out." in answer.content.decode()


def test_page_shows_the_first_problems_and_says_how_many_there_are(officer, council):
    problems = [{"row": n, "column": "", "reason": "No.", "did": "It was counted once."} for n in range(1, 1001)]
    file = ImportFactory(problems=problems, problem_total=1200)
    page = html_of(officer, file.get_absolute_url())
    assert page.count("Counted once") == 50
    assert "1,200 things to mend" in page
    assert "The first 50 of 1,200 are shown. The list to download has the first 1,000." in page


def test_list_says_what_when_who_and_what_came_of_it(officer, council):
    ImportFactory(uploaded_by=officer.person, counts={"new": 8258, "changed": 2, "unchanged": 0, "left_out": 0})
    page = html_of(officer, "/figures/imports/")
    assert f"Published figures, 4 November 2024, {officer.person.name}" in page
    assert "Figures: 8,258 new and 2 changed." in page
    assert ">Taken in</span>" in page


def test_list_by_kind_and_outcome(officer, council):
    ImportFactory(file_name="a.csv")
    ImportFactory(file_name="b.csv", status="refused", refusal="No.")
    assert "a.csv" not in html_of(officer, "/figures/imports/?status=refused")
    assert "No file fits what you chose." in html_of(officer, "/figures/imports/?kind=neighbours")
    assert "No file fits what you chose." in html_of(officer, "/figures/imports/?kind=x")


def test_list_asks_the_same_number_of_queries_for_1_and_for_20(officer, council):
    def queries():
        Council.glance()  # so that both countings have seen it
        words.glance()
        with CaptureQueriesContext(connection) as captured:
            html_of(officer, "/figures/imports/")
        return len(captured)

    ImportFactory(**OPEN | {"status": "reading"}, uploaded_by=officer.person)
    few = queries()
    for _ in range(19):
        ImportFactory(**OPEN | {"status": "reading"}, uploaded_by=officer.person)
    assert queries() == few <= 10


def test_list_is_paginated(officer, council):
    for _ in range(26):
        ImportFactory()
    assert "Page 1 of 2" in html_of(officer, "/figures/imports/")
