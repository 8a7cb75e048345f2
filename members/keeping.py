"""How long rows about people are kept (corpparent.retention)."""

from corpparent.keeping import delete
from corpparent.retention import Rule, keep, register
from corpparent.words import day
from members import services
from members.facts import retention as facts
from members.services import forgetting


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    for rule in (PEOPLE, ATTENDANCES, ACKNOWLEDGEMENTS, CHECKS, INVITATIONS, FEEDS, EVIDENCE):
        register(rule)
    keep("Appointments", "The council’s own history; of those who left, without a name.", "members.Appointment")
    keep("Council, words, roles, bodies and duties", "How the council is set up; nothing in it is personal.", *SET_UP)
    keep(
        "Courses and the library", "What was offered. Who came, and who read it, goes by a rule of its own.", *LEARNING
    )


SET_UP = (
    "members.Council",
    "members.Vocabulary",
    "members.ClosedDay",
    "members.Role",
    "members.Body",
    "members.TermsOfReference",
    "members.Duty",
)
LEARNING = ("members.Course", "members.LearningSession", "members.Reading")

PEOPLE = Rule(
    kind="person",
    title="People who have left",
    basis="Six years after the last appointment nobody can bring a claim any more (Limitation Act 1980). Then name, "
    "e-mail address and every way in go; the appointments stay, of “Former member” and a number.",
    months=72,
    least=12,
    covers=("members.Person",),
    find=facts.people_gone,
    since="left_on",
    wipe=forgetting.forget_people,
    held_by=("public_id",),
    label=lambda person: person.name,
)

ATTENDANCES = Rule(
    kind="attendance",
    title="Who came to learning",
    basis="A record of training is kept for as long as the person serves, and six years.",
    months=72,
    covers=("members.Attendance",),
    find=facts.attendances_of_the_gone,
    since="left_on",
    wipe=delete,
    held_by=("public_id", "person__public_id", "session__public_id", "session__course__public_id"),
    label=lambda attendance: str(attendance.session),
)

ACKNOWLEDGEMENTS = Rule(
    kind="acknowledgement",
    title="Who has read what",
    basis="As for learning: as long as the person serves, and six years.",
    months=72,
    covers=("members.Acknowledgement",),
    find=facts.acknowledgements_of_the_gone,
    since="left_on",
    wipe=delete,
    held_by=("person__public_id", "reading__public_id"),
    label=lambda asked: f"{asked.reading}, asked on {day(asked.asked_at)}",
)

CHECKS = Rule(
    kind="check",
    title="Detail of checks",
    basis="What a check came to is kept no longer than it is needed: six months after the last appointment (DBS code "
    "of practice, 2015). That there was one stays.",
    months=6,
    most=6,
    is_swept=True,
    covers=("members.Check",),
    find=facts.checks_of_the_gone,
    since="left_on",
    wipe=lambda rows, at: services.wipe_checks(at, rows),
    held_by=("public_id", "person__public_id"),
    # Few may see checks, and an administrator is none of them.
    label=lambda check: f"Check recorded on {day(check.recorded_at)}",
)

INVITATIONS = Rule(
    kind="invitation",
    title="Invitations that are over",
    basis="Once used, withdrawn or run out, a link opens nothing.",
    months=3,
    covers=("members.Invitation",),
    find=facts.invitations_over,
    since="over_at",
    wipe=delete,
    held_by=("public_id", "person__public_id"),
    label=lambda invitation: f"Invitation sent on {day(invitation.sent_at)}",
)

FEEDS = Rule(
    kind="member-import",
    title="Lists of councillors from elsewhere",
    basis="What was taken in stands with the people. The list is emptied; one that nobody took in is dropped.",
    months=3,
    covers=("members.MemberImport",),
    find=facts.feeds_over,
    since="over_at",
    wipe=forgetting.empty_feeds,
    held_by=("public_id",),
    label=lambda feed: f"{feed.get_form_display()}, {day(feed.brought_at)}",
)

EVIDENCE = Rule(
    kind="evidence-file",
    title="Evidence files",
    basis="They name people, and inspectors look back over years: seven, one more than the names in the record.",
    months=84,
    least=84,
    covers=("members.EvidenceFile",),
    find=facts.evidence_over,
    since="over_at",
    wipe=forgetting.remove_evidence,
    held_by=("public_id", "asked_by__public_id"),
    label=lambda evidence: f"{evidence}, asked for on {day(evidence.asked_at)}",
)
