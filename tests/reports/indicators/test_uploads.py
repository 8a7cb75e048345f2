import io
import zipfile

import pytest

from corpparent import jobs
from corpparent.models import Event, Job, StoredFile
from corpparent.rules import NotAllowed
from reports.indicators import services
from reports.indicators.files.problems import FileRefused
from reports.indicators.findings import KINDS
from reports.indicators.models import Import, Observation
from reports.indicators.services import AlreadyTakenIn
from tests.factories.indicators import NOW, csv_file, stability_rows
from tests.factories.members import AppointmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return AppointmentFactory(role__slug="performance-officer").person


@pytest.fixture
def upload(officer):
    """Uploads rows, or bytes, as the officer."""

    def upload(rows=None, **how):
        content = rows if isinstance(rows, bytes) else csv_file(rows or stability_rows()).getvalue()
        how = {"name": "stability.csv", "kind": Import.Kind.STATISTICS, "by": officer, "at": NOW} | how
        return services.upload(chunks=[content], **how)

    return upload


def events():
    return [event.type for event in Event.objects.all()]


def fresh(row):
    return Import.objects.get(pk=row.pk)


def job_of(row):
    return Job.objects.about("import", row.public_id).first()


def test_upload_keeps_the_file_asks_for_a_job_and_records_it(upload, officer):
    row = upload()

    assert (row.status, row.uploaded_by, row.stored.path.exists()) == ("uploaded", officer, True)
    assert (job_of(row).kind, job_of(row).asked_by_id) == ("read-import", officer.public_id)
    assert events() == ["file-uploaded"]


def test_upload_same_bytes_while_open_joins_the_first(upload):
    first, second = upload(), upload()

    assert first == second
    assert (Import.objects.count(), StoredFile.objects.count(), events()) == (1, 1, ["file-uploaded"])


def test_upload_needs_an_officer(upload):
    councillor = AppointmentFactory(role__slug="councillor").person

    with pytest.raises(NotAllowed):
        upload(by=councillor)

    assert [model.objects.count() for model in (Import, StoredFile)] == [0, 0]


def test_read_upload_says_what_the_file_holds_and_changes_no_figure(upload):
    row = upload([*stability_rows(), *stability_rows(percent="?", time_period="2022")])
    jobs.work()

    row = fresh(row)
    assert (row.status, row.counts["new"], row.counts["left_out"], row.problem_total) == ("ready", 1, 1, 1)
    assert row.counts["periods"] == ["2022-23"]
    assert (job_of(row).status, job_of(row).percent) == ("done", 100)
    assert not Observation.objects.exists()
    assert events() == ["file-uploaded"]


@pytest.mark.parametrize("kind", KINDS)
def test_upload_of_a_file_about_single_children_is_refused_before_a_byte_is_kept(upload, data_dir, kind):
    with pytest.raises(FileRefused, match=r"^This is no|about single children"):
        upload(b"CHILD,SEX,DOB\n1,2,01/02/2010\n", kind=kind)

    assert [model.objects.count() for model in (Import, StoredFile, Job, Event)] == [0, 0, 0, 0]
    assert not [path for path in data_dir.rglob("*") if path.is_file()]


def test_read_upload_refuses_in_words_and_removes_the_file(upload, django_capture_on_commit_callbacks):
    row = upload(stability_rows(time_period="soon"))
    path = row.stored.path
    with django_capture_on_commit_callbacks(execute=True):
        jobs.work()

    row = fresh(row)
    assert (row.status, row.stored, path.exists()) == ("refused", None, False)
    assert row.refusal.startswith("None of its 2 rows could be taken.")
    assert events() == ["file-uploaded", "file-refused"]


def test_confirm_takes_the_file_in(upload, officer, django_capture_on_commit_callbacks):
    row = upload()
    path = row.stored.path
    jobs.work()
    services.confirm(file=row, by=officer, at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        jobs.work()

    row = fresh(row)
    assert (row.status, row.counts["new"], row.stored, path.exists()) == ("done", 1, None, False)
    assert Observation.objects.get().source_import == row
    assert events() == ["file-uploaded", "file-confirmed", "file-taken-in"]
    assert Event.objects.last().actor_id == officer.public_id


def test_confirm_twice_is_refused(upload, officer):
    row = upload()
    jobs.work()
    services.confirm(file=row, by=officer, at=NOW)

    with pytest.raises(NotAllowed, match="This file is being taken in already"):
        services.confirm(file=row, by=officer, at=NOW)


def test_confirm_before_it_was_read_is_refused(upload, officer):
    with pytest.raises(NotAllowed, match="This file has not been read yet"):
        services.confirm(file=upload(), by=officer, at=NOW)


def test_upload_same_bytes_after_they_were_taken_in_says_so(upload, officer):
    row = upload()
    jobs.work()
    services.confirm(file=row, by=officer, at=NOW)
    jobs.work()

    with pytest.raises(AlreadyTakenIn) as said:
        upload(name="again.csv")

    ended_on = f"{fresh(row).ended_at:%-d %B %Y}"
    assert str(said.value) == (
        f"This is the same file as “stability.csv”, taken in on {ended_on}. Nothing was changed."
    )
    assert (said.value.file, Import.objects.count(), StoredFile.objects.count()) == (row, 1, 0)


def test_drop_removes_the_file_and_the_job_does_nothing(upload, officer, django_capture_on_commit_callbacks):
    row = upload()
    path = row.stored.path
    with django_capture_on_commit_callbacks(execute=True):
        services.drop(file=row, by=officer, at=NOW)
    jobs.work()

    assert (fresh(row).status, path.exists(), events()) == ("dropped", False, ["file-uploaded", "file-dropped"])
    assert (job_of(row).status, job_of(row).message) == (
        "failed",
        "This file was dropped. Upload it again if it is wanted after all.",
    )


def test_drop_after_it_was_taken_in_is_refused(upload, officer):
    row = upload()
    jobs.work()
    services.confirm(file=row, by=officer, at=NOW)
    jobs.work()

    with pytest.raises(NotAllowed, match="This file has already been taken in"):
        services.drop(file=row, by=officer, at=NOW)


def test_take_in_upload_without_its_bytes_fails_in_words(upload, officer):
    row = upload()
    jobs.work()
    row.stored.path.unlink()
    services.confirm(file=row, by=officer, at=NOW)
    jobs.work()

    assert job_of(row).message == "The uploaded file is no longer there. Upload it again."
    assert not Observation.objects.exists()


@pytest.mark.parametrize("kind", [Import.Kind.SCORECARD, Import.Kind.NEIGHBOURS])
def test_a_zip_about_single_children_is_refused_before_a_byte_is_kept(upload, data_dir, kind):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("header.csv", b"CHILD,SEX,DOB\n" + b"1,2,01/02/2010\n" * 10_000)

    with pytest.raises(FileRefused, match="The spreadsheet is damaged and cannot be opened"):
        upload(file.getvalue(), kind=kind)

    assert not [path for path in data_dir.rglob("*") if path.is_file()]


def test_neighbours_are_looked_at_whole_before_a_byte_of_them_is_kept(upload):
    with pytest.raises(FileRefused, match="no list of neighbours is"):
        upload(b"old_la_code,SN_1\n" + b"901,902\n" * 300_000, kind=Import.Kind.NEIGHBOURS)
    assert not StoredFile.objects.exists()


def test_a_scorecard_is_looked_at_whole_before_a_byte_of_it_is_kept(upload, ours):
    rows = b"dentist,2024-25,60,100\n" * 5000
    with pytest.raises(FileRefused, match="no scorecard is"):
        upload(b"indicator,period,numerator,denominator\n" + rows * 20, kind=Import.Kind.SCORECARD)
    assert not StoredFile.objects.exists()
