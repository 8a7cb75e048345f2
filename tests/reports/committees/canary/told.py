"""A meeting in which one word stands wherever something is kept from the public, and all of it is published."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pikepdf import AttachedFileSpec, Pdf

from corpparent import documents, jobs
from corpparent.models import Job
from reports.committees import services
from reports.committees.models import Clearance, Decision, Meeting, Minute, Paper, Question
from reports.committees.services.publishing import jobs_of
from tests.documents import pdf_of
from tests.factories.bodies import BodyFactory
from tests.factories.committees import (
    AttendanceFactory,
    BackgroundPaperFactory,
    ClearanceFactory,
    ForwardPlanEntryFactory,
    InterestFactory,
    MinuteChangeFactory,
    MinuteFactory,
    MinutesFactory,
)
from tests.factories.members import AppointmentFactory
from tests.plugins.people import PersonsClient

EXEMPT = "Zwillingsotter"  # for the body, and for those who answer for all of them
OWN = "Querulantenheft"  # for nobody but whoever wrote it
CLOSED = "Fehlgriffwort"  # of a paper that was open by mistake


@dataclass
class Told:
    meeting: Meeting
    clerk: object
    member: object
    neighbour: object  # of the same body
    stranger: object  # of another body


def everything():
    """The meeting, held, with its people; every deed through the service, or the form, that the portal has for it."""
    told = people()
    now = timezone.now()
    item, paper = agenda(told, now)
    publish(told, now)
    mistaken(told, item, now)
    withdrawn(told, paper, now)
    reading(told, item, now)
    Meeting.objects.update(meets_on=timezone.localdate() - timedelta(days=1), status="held", held_at=now)
    told.meeting.refresh_from_db()
    decided(told, item, now)
    minuted(told, item)
    return told


def people():
    body = BodyFactory(name="Cabinet Committee for Children", regime="executive")
    other = BodyFactory(name="Licensing Committee", regime="council-committee")
    clerk, again = (AppointmentFactory(role__slug="democratic-services-officer").person for _ in range(2))
    member, neighbour, stranger = (
        AppointmentFactory(role__slug="committee-member", body=where, place="member").person
        for where in (body, body, other)
    )
    meeting = services.plan_meeting(
        body=body,
        meets_on=timezone.localdate() + timedelta(days=60),
        begins_at=Meeting(begins_at="14:00").begins_at,
        place="Committee room 1",
        by=clerk,
        at=timezone.now(),
    )
    told = Told(meeting, clerk, member, neighbour, stranger)
    told.second = again
    return told


def restriction(title, public_title):
    return {
        "access": "exempt",
        "title": title,
        "public_title": public_title,
        "paragraphs": [3],
        "interest": f"The {EXEMPT} tender is not decided.",
        "review_on": timezone.localdate() + timedelta(days=300),
    }


def agenda(told, now):
    """An open item with an open paper, and an exempt one with an exempt paper and background; both cleared."""
    by = {"by": told.clerk, "at": now}
    told.meeting.items.all().delete()  # the usual ones, which want reports of their own
    open_item = services.add_item(
        meeting=told.meeting, kind="report", purpose="note", access="open", title="How children do at school", **by
    )
    item = services.add_item(
        meeting=told.meeting,
        kind="report",
        purpose="decide",
        note=f"Choose {EXEMPT}.",
        presenter=f"Head of {EXEMPT}",
        **restriction(f"The {EXEMPT} contract", "A contract"),
        **by,
    )
    told.open_item = open_item
    services.add_paper(
        item=open_item,
        restriction={"access": "open", "title": "Report of the virtual school"},
        document=documents.take_in(pdf_of("School went well."), "report.pdf"),
        **by,
    )
    told.mistaken = services.add_paper(
        item=open_item,
        restriction={"access": "open", "title": f"Costs of {CLOSED}"},
        summary=f"What {CLOSED} costs.",
        document=documents.take_in(pdf_of(f"{CLOSED} is dear."), "costs.pdf"),
        **by,
    )
    paper = sent_in(told, item)
    for one in Paper.objects.all():
        ClearanceFactory(paper=one, kind=Clearance.Kind.SECOND, cleared_at=now)
    BackgroundPaperFactory(paper=paper, title=f"Valuation of {EXEMPT}", where=f"Room {EXEMPT}")
    services.propose_exclusion(meeting=told.meeting, **by)
    ForwardPlanEntryFactory(body=told.meeting.body, decide_on=told.meeting.meets_on, matter="A contract")
    services.give_notice(meeting=told.meeting, step="first", reasons="A contract is discussed.", **by)
    return item, paper


def sent_in(told, item):
    """The exempt paper, through the form, with the word in its name, its text, its metadata and a file within."""
    file = SimpleUploadedFile(f"{EXEMPT}.pdf", pdf_of(f"{EXEMPT} offers 12 places.", change=named), "application/pdf")
    fields = restriction(f"Report on {EXEMPT}", "Exempt report") | {"summary": f"{EXEMPT} is the best.", "file": file}
    day = fields.pop("review_on")
    fields |= {"review_on_0": day.day, "review_on_1": day.month, "review_on_2": day.year}
    answer = PersonsClient(told.clerk).post(reverse("committees:paper-create", args=[item.public_id]), fields)
    assert answer.status_code == 302, answer.content.decode()
    return Paper.objects.get(item=item)


def named(pdf: Pdf):
    pdf.docinfo["/Title"] = f"{EXEMPT} draft"
    pdf.docinfo["/Author"] = f"{EXEMPT} Ltd"
    pdf.attachments[f"{EXEMPT}.txt"] = AttachedFileSpec(pdf, f"{EXEMPT} prices".encode())
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = EXEMPT


def publish(told, now):
    asked = services.publish(meeting=told.meeting, because="", late_because="", by=told.clerk, at=now)
    job = jobs.run_here(jobs_of(asked).first())
    assert job.status == Job.Status.DONE, job.message
    told.meeting.refresh_from_db()


def mistaken(told, item, now):
    """A paper that was published open and should not have been: closed, and reviewed."""
    paper = Paper.objects.get(pk=told.mistaken.pk)
    closing = restriction(paper.title, "Exempt costs")
    closed = services.close_paper(paper=paper, restriction=closing, version=paper.version, by=told.clerk, at=now)
    services.review_paper(
        paper=closed,
        interest=f"{EXEMPT} still bids.",
        review_on=timezone.localdate() + timedelta(days=200),
        version=closed.version,
        by=told.clerk,
        at=now,
    )


def withdrawn(told, paper, now):
    """A second version of the exempt paper, refused by legal; the first is withdrawn with a reason."""
    paper = Paper.objects.get(pk=paper.pk)
    newer = services.replace_paper(
        paper=paper,
        document=documents.take_in(pdf_of(f"{EXEMPT} offers 13 places."), f"{EXEMPT} 2.pdf"),
        because=f"{EXEMPT} counted anew.",
        version=paper.version,
        by=told.clerk,
        at=now,
    )
    asked = services.ask_clearance(paper=newer, kind="legal", of=told.second, by=told.clerk, at=now)
    services.refuse_clearance(clearance=asked, because=f"{EXEMPT} is in court.", by=told.second, at=now)


def reading(told, item, now):
    services.write_note(meeting=told.meeting, page=1, text=f"{OWN}: ask about the price.", by=told.member, at=now)
    asked = services.ask_question(
        item=item, asked=f"What does {EXEMPT} cost?", of=told.neighbour, by=told.member, at=now
    )
    services.answer_question(
        question=asked, answer=f"{EXEMPT} costs ten.", version=asked.version, by=told.neighbour, at=now
    )
    assert Question.objects.count() == 1


def decided(told, item, now):
    """An exempt decision that became an action, and one that is open under the exempt item."""
    record = {"reasons": f"{EXEMPT} is cheap.", "alternatives": f"{EXEMPT} or none.", "conflicts": f"{EXEMPT}."}
    exempt = services.record_decision(
        item=item,
        kind="decided",
        votes=f"{EXEMPT} seven to one",
        dispensations=f"{EXEMPT}: none",
        **record,
        **restriction(f"That {EXEMPT} gets the contract.", "A contract was given."),
        by=told.clerk,
        at=now,
    )
    plain = services.record_decision(
        item=item, kind="noted", access="open", title="That the contract is noted.", by=told.clerk, at=now
    )
    for one in (exempt, plain):
        services.publish_decision(decision=one, version=one.version, by=told.clerk, at=now)
    services.act_on_decision(
        decision=Decision.objects.get(pk=exempt.pk),
        title=f"Sign with {EXEMPT}",
        why=f"{EXEMPT} waits.",
        owner=told.clerk,
        due_on=timezone.localdate() + timedelta(days=30),
        theme="settled-home",
        by=told.clerk,
        at=now,
    )


def minuted(told, item):
    """Minutes that the chair approved, changed since; who was there, and an interest in the exempt item."""
    minutes = MinutesFactory(meeting=told.meeting, status="approved", approved_at=timezone.now())
    MinuteFactory(minutes=minutes, item=told.open_item)
    entry = MinuteFactory(minutes=minutes, item=item, text="A contract was discussed.", exempt_text=f"{EXEMPT} won.")
    MinuteChangeFactory(minute=entry, exempt_text_before=f"{EXEMPT} lost.")
    AttendanceFactory(meeting=told.meeting, person=told.member)
    InterestFactory(meeting=told.meeting, person=told.member, item=item, what=f"Shares in {EXEMPT}")
    assert Minute.objects.count() == 2
