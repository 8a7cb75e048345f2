"""Evidence files: asked for by page, made by a job, kept as they were made."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Event, Job, StoredFile
from corpparent.periods import Period
from members import papers, rules
from members.events import EVIDENCE_ASKED_FOR, EVIDENCE_MADE
from members.facts import evidence
from members.models import Council, EvidenceFile, Person

MAKE = "make-evidence"

GATHERED, PRINTED, FILED = "Records gathered", "Printed", "Checked and filed"


@transaction.atomic
def ask_for_evidence(*, year: str, by: Person, at: datetime) -> EvidenceFile:
    """Ask for the evidence of a financial year (`2026-27`); who asks meanwhile joins. Raises NotAllowed."""
    today = timezone.localdate(at)
    rules.check_can_see_all_duties(by.standing_on(today))
    rules.check_year_has_begun(Period.parse(year), today)
    Council.objects.select_for_update().filter(pk=1).first()  # two requests at once: the second waits, then joins
    file = EvidenceFile.objects.filter(year=year, made_at=None).first()
    is_new = file is None
    file = file or EvidenceFile.objects.create(year=year, asked_by=by, asked_at=at)
    jobs.ask(kind=MAKE, key=year, subject=file.reference, by_id=by.public_id, at=at)
    if is_new:
        Event.record(EVIDENCE_ASKED_FOR, about=file.reference, by=by, at=at, details={"year": year})
    return file


def make_evidence(running: jobs.Running) -> None:
    """The job: gather (short reads), print (no transaction), file and record (a short one, fenced)."""
    file = EvidenceFile.objects.get(public_id=running.job.subject_id)
    running.plan(GATHERED, PRINTED, FILED)
    told = evidence.gather(Period.parse(file.year), at=timezone.now())
    running.step_done(GATHERED, f"{len(told.people)} people, {told.proofs:,} records behind their duties")
    paper = papers.evidence_pdf(told)
    table = evidence.csv_of(told)
    running.step_done(PRINTED, f"{paper.pages} pages")
    with running.finish("The evidence file is made."):
        publish(file, told, paper.content, table)


def publish(file: EvidenceFile, told: evidence.Evidence, pdf: bytes, table: bytes) -> None:
    """File both forms of `told` in the caller's transaction, with the event."""
    file.pdf, file.csv = StoredFile.write([pdf]), StoredFile.write([table])
    file.made_at, file.head = told.made_at, told.head
    file.save(update_fields=["pdf", "csv", "made_at", "head"])
    details = {"year": file.year, "people": len(told.people), "pdf": file.pdf.sha256, "csv": file.csv.sha256}
    Event.record(EVIDENCE_MADE, about=file.reference, by=None, at=timezone.now(), details=details)


def evidence_jobs(file: EvidenceFile):
    """Jobs that make `file`, newest first."""
    return Job.objects.about("evidence-file", file.public_id)
