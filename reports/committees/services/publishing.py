"""Publishing an agenda or a supplement: asked for once, bound by a job, and published with all that belongs to it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from corpparent import jobs, notices
from corpparent.binding import Bound, NotBindable, bind
from corpparent.identifiers import validate_no_identifiers
from corpparent.models import Event, Job, StoredFile
from members.models import Appointment, Person
from reports.committees.events import AGENDA_PUBLISHED, PUBLICATION_ASKED
from reports.committees.facts import publishing as facts
from reports.committees.facts.last_days import last_lawful_day
from reports.committees.models import AgendaPack, Meeting, Paper, Publication
from reports.committees.rules import publishing as rules
from reports.committees.services.folding import Made, folded, part_of
from reports.committees.showing.fronts import front, said_of

BUILD = "agenda-pack"
CHANGED = "The agenda was changed while its pack was made. Look it through, and publish it again."
GATHERED, FILED = "Papers gathered", "Published"
Audience, Extent = AgendaPack.Audience, AgendaPack.Extent


@transaction.atomic
def publish(*, meeting: Meeting, because: str, late_because: str, by: Person | None, at: datetime) -> Publication:
    """Ask for the agenda of `meeting`, or what is new since, to be bound and published; a second press joins the first.

    Raises NotAllowed, ValidationError by field, or with sentences where something stands in the way.
    """
    if by:
        rules.check_can_publish(by.standing_on(localdate(at)))
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    rules.check_is_to_come(meeting)
    publication = meeting.publications.filter(published_at=None).first()
    if publication and not jobs_of(publication).open().exists() and (wrong := facts.wrong(meeting, at)):
        raise ValidationError(wrong)
    if publication is None:
        publication = new_publication(meeting, because.strip(), late_because.strip(), by, at)
    by_id = by.public_id if by else None
    jobs.ask(kind=BUILD, key=str(publication.public_id), subject=publication.reference, by_id=by_id, at=at)
    return publication


def new_publication(meeting: Meeting, because: str, late_because: str, by: Person | None, at: datetime) -> Publication:
    if not facts.has_news(meeting):
        raise ValidationError(rules.NOTHING_NEW)
    if wrong := facts.wrong(meeting, at):
        raise ValidationError(wrong)
    number, last = meeting.publications.count(), last_lawful_day(meeting)
    is_late = localdate(at) > last
    rules.check_reasons(because=because, late_because=late_because, is_supplement=number > 0, is_late=is_late)
    check_words(because=because, late_because=late_because)
    publication = Publication.objects.create(
        meeting=meeting,
        number=number,
        because=because,
        publish_by=last,
        late_because=late_because if is_late else "",
        asked_by=by,
        asked_at=at,
    )
    details = {"number": number, "late": is_late}
    Event.record(PUBLICATION_ASKED, about=publication.reference, by=by, at=at, details=details)
    return publication


def check_words(**texts: str) -> None:
    """Raises ValidationError by field."""
    errors = {}
    for name, text in texts.items():
        try:
            validate_no_identifiers(text)
        except ValidationError as problem:
            errors[name] = problem.messages
    if errors:
        raise ValidationError(errors)


def build(running: jobs.Running) -> None:
    """The job: gather (short), bind (no transaction), publish (short, fenced)."""
    publication = Publication.objects.select_related("meeting__body").get(public_id=running.job.subject_id)
    meeting = publication.meeting
    audiences = [Audience.PUBLIC, *([Audience.EXEMPT] if facts.has_restricted(meeting) else [])]
    also = [Extent.COMPLETE.label] if publication.number else []
    running.plan(GATHERED, *(audience.label for audience in audiences), *also, FILED)
    seen = facts.versions_of(meeting, meeting.items.order_by("pk"))
    running.step_done(GATHERED)
    made = []
    for audience in audiences:
        made.append(bound_for(publication, audience))
        running.step_done(audience.label, f"{made[-1].bound.pages} pages")
    if also:
        made += folded(publication, made)
        running.step_done(*also)
    with running.finish("It is published."):
        file_all(publication, made, seen, timezone.now())


def bound_for(publication: Publication, audience: str) -> Made:
    """What is new, for `audience`. Raises JobRefused where a paper cannot be bound."""
    meeting = publication.meeting
    entries = facts.agenda_of(meeting, audience, only_new=publication.number > 0)
    papers = [one for entry in entries for one in entry.papers]
    parts = [part_of(one) for one in papers]
    first_page = facts.last_page(meeting, audience, publication) + 1
    try:
        bound = bind(
            lambda places: front(publication, audience, entries, places, publication.asked_at),
            parts,
            first_page=first_page,
            lang="en-GB",
            title=f"{publication}: {meeting}",
        )
    except NotBindable as problem:
        raise jobs.JobRefused(str(problem)) from problem
    return Made(audience, first_page, bound, contents_of(entries, bound))


def contents_of(entries: list[facts.Entry], bound: Bound) -> list[dict[str, object]]:
    """As AgendaPack.contents describes."""
    starts, rows = iter(bound.starts), []
    for entry in entries:
        rows.append(
            {
                "item": str(entry.item.public_id),
                "number": entry.item.number,
                "title": entry.title,
                "says": said_of(entry),
            }
        )
        for one in entry.papers:
            rows.append(
                {
                    "item": str(entry.item.public_id),
                    "number": entry.item.number,
                    "title": one.title,
                    "paper": str(one.public_id),
                    "access": one.access,
                    "page": next(starts),
                    "pages": one.pages,
                }
            )
    return rows


def file_all(publication: Publication, made: list[Made], seen: list, at: datetime) -> None:
    """In the transaction of the job's end: members and public get all of it at the same moment."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=publication.meeting_id)
    if facts.versions_of(meeting, meeting.items.order_by("pk")) != seen:
        raise jobs.JobRefused(CHANGED)
    for one in made:
        AgendaPack.objects.create(
            publication=publication,
            audience=one.audience,
            extent=one.extent,
            first_page=one.first_page,
            pages=one.bound.pages,
            file=StoredFile.write([one.bound.content]),
            size=len(one.bound.content),
            sha256=one.bound.sha256,
            built_at=at,
            contents=one.contents,
        )
    take_out(meeting, at)
    publication.published_at = at
    publication.save(update_fields=["published_at"])
    tell_members(publication, at)
    details = {"number": publication.number, "sha256": [one.bound.sha256 for one in made]}
    Event.record(AGENDA_PUBLISHED, about=publication.reference, by=publication.asked_by, at=at, details=details)


def take_out(meeting: Meeting, at: datetime) -> None:
    """Items and papers that were not published are from now on; what a paper replaces is not the newest any more."""
    papers = facts.newly_papers(meeting)
    there = [one.pk for one in papers if not one.is_to_follow]
    meeting.items.filter(published_at=None, withdrawn_because="").update(published_at=at)
    Paper.objects.filter(pk__in=[one.replaces_id for one in papers if one.pk in there and one.replaces_id]).update(
        replaced_at=at
    )
    Paper.objects.filter(pk__in=there).update(published_at=at)
    if meeting.status == Meeting.Status.PLANNED:
        meeting.status = Meeting.Status.PUBLISHED
    meeting.published_at = meeting.published_at or at
    meeting.changed_at, meeting.version = at, meeting.version + 1
    meeting.save()


def tell_members(publication: Publication, at: datetime) -> None:
    path = reverse("committees:reading-detail", args=[publication.meeting.public_id])
    sitting = Appointment.objects.current(localdate(at)).filter(body=publication.meeting.body, person__is_active=True)
    for person in set(sitting.values_list("person__public_id", flat=True)):
        notices.tell(person, f"agenda-published:{publication.public_id}", path, at)


def jobs_of(publication: Publication):
    """Jobs that bound or bind it, newest first."""
    return Job.objects.about("publication", publication.public_id)
