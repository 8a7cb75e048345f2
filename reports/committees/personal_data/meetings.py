"""Meetings, papers and one person, for the copy of their own data. Each is one query."""

from corpparent.words import day, moment
from members.models import Person
from members.personal_data import Row
from reports.committees.models import Attendance, Clearance, Fetch, Interest, Note, Paper, Question, ReadMark


def attendances(person: Person) -> list[Row]:
    """Meetings they were expected at or came to, the oldest first."""
    found = Attendance.objects.filter(person=person).select_related("meeting__body").order_by("meeting__meets_on", "pk")
    return [
        {
            "Meeting": str(row.meeting),
            "You": row.get_outcome_display(),
            "Came late": f"{row.came_at:%H:%M}" if row.came_at else "",
            "Left early": f"{row.left_at:%H:%M}" if row.left_at else "",
        }
        for row in found
    ]


def interests(person: Person) -> list[Row]:
    """Interests they declared, the oldest first."""
    found = Interest.objects.filter(person=person).select_related("meeting__body", "item").order_by("recorded_at", "pk")
    return [
        {
            "Meeting": str(row.meeting),
            "Item": str(row.item) if row.item else "In general",
            "Kind": row.get_kind_display(),
            "What": row.what,
            "You": row.get_part_display(),
            "Dispensation": row.dispensation,
        }
        for row in found
    ]


def questions(person: Person) -> list[Row]:
    """Questions they asked, the oldest first."""
    found = Question.objects.filter(asked_by=person).select_related("item").order_by("asked_at", "pk")
    return [{"About": str(row.item), "You asked": row.asked, "On": day(row.asked_at)} for row in found]


def answers(person: Person) -> list[Row]:
    """Questions they were asked to answer, the oldest first."""
    found = Question.objects.filter(asked_of=person).select_related("item").order_by("asked_at", "pk")
    return [
        {
            "About": str(row.item),
            "You answered": row.answer if row.answered_by_id == person.pk else "",
            "Asked": day(row.asked_at),
            "Answered": day(row.answered_at) if row.answered_at else "",
        }
        for row in found
    ]


def papers(person: Person) -> list[Row]:
    """Papers they answer for, the oldest first; by the title that anybody may see."""
    found = Paper.objects.filter(author=person).order_by("added_at", "pk")
    return [
        {
            "Paper": row.shown_title,
            "Added": day(row.added_at),
            "Published": day(row.published_at) if row.published_at else "",
        }
        for row in found
    ]


def clearances(person: Person) -> list[Row]:
    """Papers they were asked to clear, the oldest first."""
    found = Clearance.objects.filter(asked_of=person).select_related("paper").order_by("asked_at", "pk")
    return [
        {
            "Paper": row.paper.shown_title,
            "As": row.get_kind_display(),
            "Asked": day(row.asked_at),
            "Cleared": day(row.cleared_at) if row.cleared_at else "",
            "Not cleared because": row.refused_because,
        }
        for row in found
    ]


def notes(person: Person) -> list[Row]:
    """That they wrote private notes, by meeting and page, without the words: others may fetch this copy for them."""
    found = (
        Note.objects.filter(person=person).select_related("meeting__body").order_by("meeting__meets_on", "page", "pk")
    )
    return [
        {
            "Meeting": str(row.meeting),
            "Page": str(row.page),
            "Written": day(row.at),
            "Words": "On the meeting’s own page",
        }
        for row in found
    ]


def read_marks(person: Person) -> list[Row]:
    """Papers they marked as read, the oldest first; by the title that anybody may see."""
    found = ReadMark.objects.filter(person=person).select_related("paper").order_by("at", "pk")
    return [{"Paper": row.paper.shown_title, "Marked": moment(row.at)} for row in found]


def fetches(person: Person) -> list[Row]:
    """Days on which they fetched files, the oldest first."""
    found = Fetch.objects.filter(person=person).order_by("on", "pk")
    return [{"Day": day(row.on), "Times": str(row.times)} for row in found]
