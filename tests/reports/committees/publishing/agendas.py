"""Agendas ready to be published, and what came of them."""

import subprocess
from datetime import UTC, datetime

from corpparent import documents, jobs, paper
from corpparent.models import Job
from reports.committees import services
from reports.committees.models import Clearance, Publication
from reports.committees.services.publishing import jobs_of
from tests.factories.committees import ClearanceFactory

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SECRET = "Zanzibarine"


def pdf_of(words, pages=1):
    body = "".join(f'<p style="break-after: page">{words}, sheet {n}</p>' for n in range(pages))
    html = f'<html lang="en-GB"><head><title>{words}</title></head><body><h1>{words}</h1>{body}</body></html>'
    return documents.take_in(paper.pdf(html, assets=[paper.FONTS]).content, "paper.pdf")


def add(item, title, clerk, words=None, **restriction):
    given = {"access": "open", "title": title} | restriction
    made = services.add_paper(item=item, restriction=given, document=pdf_of(words or title, 2), by=clerk, at=AT)
    ClearanceFactory(paper=made, kind=Clearance.Kind.SECOND, cleared_at=AT)
    return made


def publish(meeting, clerk, at=AT, **words):
    given = {"because": "", "late_because": ""} | words
    publication = services.publish(meeting=meeting, by=clerk, at=at, **given)
    job = jobs.run_here(jobs_of(publication).first())
    assert job.status == Job.Status.DONE, job.message
    return Publication.objects.get(pk=publication.pk)


def text_of(pack):
    return subprocess.run(["pdftotext", str(pack.file.path), "-"], capture_output=True, text=True, check=True).stdout
