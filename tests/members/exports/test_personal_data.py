"""A person's own copy of what the portal holds about them."""

import json
import uuid
import zipfile
from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator

from corpparent.models import Event
from corpparent.rules import NotAllowed
from corpparent.words import moment
from members import services
from members.models import Person
from tests.factories.bodies import BodyFactory
from tests.factories.corpparent import NOW, EventFactory, NoticeFactory
from tests.factories.getting_in import InvitationFactory
from tests.factories.indicators import CommentaryFactory, IndicatorFactory, TargetFactory
from tests.factories.learning import AcknowledgementFactory, AttendanceFactory, CheckFactory
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.plugins.people import PersonsClient

pytestmark = pytest.mark.django_db

OTHER = "Cllr Otherly Other"
REFUSED = "Only this person, or the administrator for them, can download what the portal holds."


@pytest.fixture(autouse=True)
def larchford(council):
    return council


@pytest.fixture
def amina():
    """Somebody of whom everything is kept, much of it written by somebody else."""
    other = PersonFactory(name=OTHER, email="other@larchford.example")
    body = BodyFactory(name="Corporate Parenting Board")
    board = {"role__slug": "committee-member", "body": body, "place": "chair"}
    person = AppointmentFactory(person__name="Cllr Amina Yusuf", **board).person
    AttendanceFactory(person=person, session__course__title="Induction of members", recorded_by=other)
    AcknowledgementFactory(person=person, reading__title="Statutory guidance")
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "very-secret"})
    InvitationFactory(person=person, secret="very-secret", sent_by=other)
    NoticeFactory(person_id=person.public_id, matter=f"reading-asked:{uuid.uuid4()}")
    EventFactory(type="person-added", about=person.reference, by=other, counts_for=person, at=NOW)
    EventFactory(type="person-added", about=other.reference, by=other, at=NOW)
    return person


def path_of(person):
    return f"/people/{person.public_id}/data/"


def copy(client, person):
    """(the data, the page) in the zip."""
    answer = client.post(f"{path_of(person)}download/")
    assert answer.status_code == 200
    with zipfile.ZipFile(BytesIO(answer.content)) as files:
        return json.loads(files.read("data.json")), files.read("data.html").decode()


def test_pages_are_for_those_who_are_signed_in(client, amina):
    assert client.get(path_of(amina)).status_code == 302
    assert client.post(f"{path_of(amina)}download/").status_code == 302


@pytest.mark.parametrize("role", ["councillor", "democratic-services-officer", "director-of-childrens-services"])
def test_somebody_elses_data_is_not_there(client_of, amina, role):
    client = client_of(role)
    for answer in (client.get(path_of(amina)), client.post(f"{path_of(amina)}download/")):
        assert answer.status_code == 404
        assert amina.name not in answer.content.decode()


def test_service_refuses_somebody_else(councillor, amina):
    with pytest.raises(NotAllowed, match=REFUSED):
        services.give_personal_data(person=amina, by=councillor.person, at=NOW)


def test_administrator_gets_no_checks_of_another(administrator, amina):
    """The administrator fetches data for those who ask on paper, and still sees nobody's checks."""
    check = CheckFactory(person=amina, outcome="not-cleared")
    EventFactory(type="check-recorded", about=check.reference, counts_for=amina, at=NOW)
    NoticeFactory(person_id=amina.public_id, matter=f"check-runs-out:{check.public_id}")
    own, _ = copy(PersonsClient(amina), amina)
    fetched, page = copy(administrator, amina)
    assert own["Checks"][0]["Outcome"] == "Not cleared to visit"
    assert "check recorded" in [row["What"] for row in own["Record"]]
    assert [
        said for said in ("Not cleared", "check recorded", "check-runs-out") if said in json.dumps(fetched) + page
    ] == []
    assert fetched["Checks"] == [{"Left out": "The checks officer gives this part to the person."}]


def test_nobodys_data_is_404(administrator):
    path = f"/people/{uuid.uuid4()}/data/"
    assert administrator.get(path).status_code == 404
    assert administrator.post(f"{path}download/").status_code == 404
    assert administrator.get(f"{path}download/").status_code == 405


def test_own_copy_holds_everything_of_this_person(amina):
    data, page = copy(PersonsClient(amina), amina)
    assert list(data) == [
        "Person",
        "Appointments",
        "Checks",
        "Learning",
        "Readings",
        "Notices",
        "Invitations",
        "Ways to sign in",
        "Targets answered for",
        "Written about figures",
        "What you wrote down of promises",
        "Offers you wrote",
        "What you said is not good enough",
        "Pledges you signed",
        "Tables of promises you brought",
        "Actions you own, raised or checked",
        "Easy words of pledges",
        "Drawings brought",
        "Voices you recorded or heard",
        "What you wrote down of homes",
        "Visits you made",
        "Points you answered for a home",
        "Visits you were asked to make",
        "Conflicts with homes you declared",
        "Your calendar of visits",
        "Summaries of visits you were asked to read",
        "Summaries of visits you issued",
        "Meetings you were expected at",
        "Interests you declared at meetings",
        "Questions you asked about items",
        "Questions you were asked to answer",
        "Papers you answer for",
        "Papers you were asked to clear",
        "Private notes on papers",
        "Papers you marked as read",
        "Papers and packs you fetched",
        "What decisions mean, as you were asked to read it",
        "Plans you keep",
        "Record",
    ]
    assert data["Person"][0]["E-mail address"] == amina.email
    assert data["Appointments"][0]["Body"] == "Corporate Parenting Board"
    assert data["Appointments"][0]["First day"] == "10 May 2021"
    assert data["Learning"][0]["Course"] == "Induction of members"
    assert data["Readings"][0]["Title"] == "Statutory guidance"
    assert data["Ways to sign in"][0]["Kind"] == "TOTP Authenticator"
    assert data["Notices"][0]["About"] == "reading-asked"
    assert [row["What"] for row in data["Record"]] == ["person added"]
    assert "Statutory guidance" in page
    assert "Nothing." in page  # no checks


def test_own_copy_holds_what_other_apps_keep(amina):
    """One query each, whatever the number."""
    indicator = IndicatorFactory(title="Children with a dentist")
    target = TargetFactory(indicator=indicator, answerable=amina)
    CommentaryFactory(observation__indicator=indicator, author=amina, text="A third practice begins.")
    TargetFactory()
    data, page = copy(PersonsClient(amina), amina)
    assert data["Targets answered for"] == [
        {
            "Figure": "Children with a dentist",
            "Period": "April 2025 to March 2026",
            "Set": moment(target.set_at),
            "In force": "yes",
        }
    ]
    assert [row["Words"] for row in data["Written about figures"]] == ["A third practice begins."]
    assert "A third practice begins." in page


def test_person_page_leads_there_for_the_two_who_may(amina, administrator, councillor):
    page = f"/people/{amina.public_id}/"
    assert "What the portal holds about me" in PersonsClient(amina).get(page).content.decode()
    assert "What the portal holds about them" in administrator.get(page).content.decode()
    assert path_of(amina) not in councillor.get(page).content.decode()


def test_nobody_else_and_no_secret_is_in_it(amina):
    data, page = copy(PersonsClient(amina), amina)
    other = Person.objects.get(name=OTHER)
    kept = json.dumps(data) + page
    hidden = [OTHER, other.email, str(other.public_id), "very-secret", amina.password]
    hidden.append(amina.invitations.get().secret_hash)
    assert [secret for secret in hidden if secret in kept] == []


def test_copy_needs_a_fresh_proof(amina):
    client = PersonsClient(amina, methods=())
    assert client.post(f"{path_of(amina)}download/").url.startswith("/account/reauthenticate/")


def test_page_says_whose_it_is(amina, administrator):
    assert "What the portal holds about you" in PersonsClient(amina).get(path_of(amina)).content.decode()
    assert "Download it for them only when they have asked" in administrator.get(path_of(amina)).content.decode()


def test_each_copy_is_an_event_that_the_person_can_see(amina, administrator):
    copy(administrator, amina)
    event = Event.objects.last()
    assert (event.type, event.subject_id) == ("personal-data-given", amina.public_id)
    assert (event.actor_id, event.counts_for_id) == (administrator.person.public_id, amina.public_id)
    data, _ = copy(PersonsClient(amina), amina)
    assert data["Record"][-1]["Done by this person"] == "no"


def test_name_in_any_script_cannot_break_the_page(administrator):
    person = PersonFactory(name="<script>alert(1)</script> 王小明")
    _, page = copy(administrator, person)
    assert "<script>" not in page
    assert "王小明" in page
