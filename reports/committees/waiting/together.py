"""What waits for somebody, asked of the database in one go: most people have nothing here on most days."""

from collections.abc import Iterator

from django.db.models import Exists
from django.utils.timezone import localdate

from members.models import Person
from members.needs import Need
from members.standing import Standing
from reports.committees.facts import attending as of_attending
from reports.committees.facts import implications as of_implications
from reports.committees.facts import minutes as of_minutes
from reports.committees.facts import plans as of_plans
from reports.committees.facts import programme as of_programme
from reports.committees.facts import questions as of_questions
from reports.committees.facts import six_months
from reports.committees.models.meeting import keeps_papers
from reports.committees.waiting import (
    agendas,
    attending,
    forward,
    implications,
    minutes,
    papers,
    plans,
    programme,
    questions,
    reading,
)

# A decision to read of, a paper to clear, a plan to renew, a question to answer, an answer, a meeting nobody wrote down
# who came to, whether this is a councillor who was expected at meetings, minutes to write, a draft to approve, and what
# is expected and has no meeting.
ASKED = (
    *("implications", "papers", "plans", "mine", "news"),
    *("to_record", "elected", "to_write", "to_approve", "to_plan"),
)


def needs(who: Standing) -> Iterator[Need]:
    """Those of each subject. One query, and those of the subjects in which something waits."""
    if who.person_id is None or not who.is_member:
        return
    for subject in (agendas, forward, reading):
        yield from subject.needs(who)
    waits = dict(zip(ASKED, asked(who), strict=True))
    keeps = keeps_papers(who)
    if keeps and waits["to_record"]:
        yield from attending.to_record(who)
    if keeps and waits["to_write"]:
        yield from minutes.to_write(who, who.on or localdate())
    if keeps and waits["to_plan"]:
        yield from programme.to_plan(who.on or localdate())
    if waits["to_approve"]:
        yield from minutes.of_chair(who)
    if waits["elected"]:
        yield from attending.to_come(who)
    if waits["implications"]:
        yield from implications.needs(who)
    if waits["papers"] or keeps:
        yield from papers.needs(who)
    if waits["plans"]:
        yield from plans.needs(who)
    if waits["mine"] or waits["news"] or keeps:
        yield from questions.needs(who)


def asked(who: Standing) -> tuple[bool, ...]:
    """Whether there is: what ASKED names, for `who`."""
    assert who.person_id is not None
    today = who.on or localdate()
    answered = of_questions.visible_to(who).filter(of_questions.news_for(who.person_id, today - questions.NEW))
    found = (
        of_implications.waiting_for(who.person_id),
        papers.to_clear(who.person_id),
        of_plans.due_of(who.person_id, today),
        of_questions.of(who, "mine"),
        answered,
        of_attending.not_recorded(who),
        six_months.elected(today).filter(pk=who.person_id, meetings_attended__isnull=False),
        of_minutes.without_minutes(today),
        minutes.drafts_for(who.person_id, today),
        of_programme.without_meeting(today),
    )
    rows = Person.objects.filter(pk=who.person_id).values_list(*(Exists(one) for one in found))
    return rows.first() or (False,) * len(found)
