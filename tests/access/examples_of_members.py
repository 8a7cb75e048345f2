"""People, bodies and all that is kept about them as it stands when somebody comes. Everything is somebody else's."""

from datetime import timedelta

from django.utils import timezone

from corpparent.models import Notice
from members.models import Body, Council, MemberImport, Reading
from tests.access.examples import example, of
from tests.factories.bodies import BodyFactory, ClosedDayFactory, TermsOfReferenceFactory
from tests.factories.corpparent import JobFactory, LegalHoldFactory, NoticeFactory, StoredFileFactory
from tests.factories.duties import DutyFactory, EvidenceFileFactory
from tests.factories.getting_in import InvitationFactory, MemberImportFactory
from tests.factories.learning import CourseFactory, LearningSessionFactory, ReadingFactory
from tests.factories.members import AppointmentFactory


@example("account_reset_password_from_key")
def key_of_a_mail():
    return {"uidb36": "1", "key": "used-long-ago"}


@example(
    "members:person-detail",
    "members:person-history",
    "members:person-update",
    "members:person-confirm",
    "members:person-close",
    "members:person-open",
    "members:person-handover",
    "members:appointment-create",
    "members:statement-detail",
    "members:statement-pdf",
    "members:person-checks",
    "members:check-create",
    "members:person-data",
    "members:data-download",
    "members:invitation-send",
)
def person():
    return of(AppointmentFactory(role__slug="visiting-councillor").person)


@example("members:appointment-update", "members:appointment-end")
def appointment():
    return of(AppointmentFactory())


@example(
    "members:body-detail", "members:body-update", "members:body-close", "members:body-open", "members:terms-create"
)
def body():
    return {"slug": BodyFactory(is_corporate_parenting=True, regime=Body.Regime.INFORMAL).slug}


@example("members:terms-detail")
def terms():
    adopted = TermsOfReferenceFactory()
    return {"slug": adopted.body.slug, "number": adopted.number}


@example("members:council-update")
def group_of_settings():
    return {"group": "contacts"}


@example("members:word-reset")
def term():
    return {"term": "children-in-care"}


@example("members:council-mark")
def mark():
    Council.objects.update(mark=StoredFileFactory(content=b"a drawing"))
    return {}


@example("members:day-confirm", "members:day-open")
def closed_day():
    return {"on": ClosedDayFactory().on}


@example("members:duty-update")
def duty():
    return {"code": DutyFactory(code="U1").code}


@example("members:evidence-detail", "members:evidence-make")
def evidence_asked_for():
    return of(EvidenceFileFactory())


@example("members:evidence-progress")
def evidence_under_way():
    file = EvidenceFileFactory()
    JobFactory(kind="make-evidence", subject_kind="evidence-file", subject_id=file.public_id)
    return of(file)


@example("members:evidence-pdf", "members:evidence-csv")
def evidence_made():
    files = {"pdf": StoredFileFactory(content=b"%PDF-1.7"), "csv": StoredFileFactory(content=b"person,duty")}
    return of(EvidenceFileFactory(made_at=timezone.now(), head="0:" + "0" * 64, **files))


@example("members:course-detail", "members:course-update", "members:session-create")
def course():
    return of(CourseFactory())


@example("members:session-detail", "members:session-attendance")
def session_held():
    return of(LearningSessionFactory())


@example("members:session-confirm", "members:session-cancel")
def session_to_come():
    return of(LearningSessionFactory(starts_at=timezone.now() + timedelta(days=20)))


@example("members:reading-detail", "members:reading-readers", "members:reading-withdraw", "members:reading-acknowledge")
def reading():
    return of(ReadingFactory())


@example("members:reading-update", "members:reading-confirm", "members:reading-publish")
def reading_draft():
    return of(ReadingFactory(status=Reading.Status.DRAFT, published_at=None))


@example("members:invitation-accept")
def invitation():
    InvitationFactory(secret="opened-by-its-link", expires_at=timezone.now() + timedelta(days=7))
    return {"secret": "opened-by-its-link"}


@example("members:passkey-update", "members:passkey-remove")
def passkey():
    return {"number": 1}


@example("members:feed-detail", "members:feed-drop", "members:feed-take")
def feed():
    return of(MemberImportFactory())


@example("members:feed-progress")
def feed_under_way():
    coming = MemberImportFactory(status=MemberImport.Status.FETCHING)
    JobFactory(kind="fetch-members", subject_kind="member-import", subject_id=coming.public_id)
    return of(coming)


@example("members:export-download")
def export():
    return {"form": "csv"}


@example("members:retention-detail", "members:retention-update")
def kind():
    return {"kind": "notice"}


@example("members:retention-progress")
def wiping():
    JobFactory(kind="apply-retention")
    return {}


@example("members:hold-lift")
def hold():
    return of(LegalHoldFactory())


@example("members:notice-retry")
def notice_undelivered():
    person = AppointmentFactory().person
    return of(NoticeFactory(person_id=person.public_id, status=Notice.Status.FAILED, ended_at=timezone.now()))
