import pytest
from django.urls import reverse

from corpparent.models import Event, Job, LegalHold, RetentionPeriod
from tests.factories.corpparent import LegalHoldFactory, NoticeFactory, RetentionPeriodFactory
from tests.factories.getting_in import MemberImportFactory
from tests.factories.members import AppointmentFactory
from tests.members.retention.keepers import LONG_AGO, wipe

pytestmark = pytest.mark.django_db

PAGE = "/retention/"
REFUSED = "Only the council&#x27;s administrator can say how long things are kept, and wipe them."


@pytest.fixture(autouse=True)
def installed(council):
    """A council whose retention is looked at."""


def page(client, path=PAGE, status=200, **data):
    answer = client.get(path, data)
    assert answer.status_code == status
    return answer.content.decode()


def old_notices(count=1):
    return NoticeFactory.create_batch(count, status="sent", ended_at=LONG_AGO)


def test_list_says_how_long_why_and_what_is_due(administrator):
    old_notices(2)
    text = page(administrator)
    assert "Notices that were sent: 6 months" in text
    assert "Half a year is enough to ask why one did not come." in text
    assert "2 rows to wipe, the oldest from 5 January 2015." in text
    assert "Kept for good" in text
    assert "Look at what is due" in text


def test_list_when_nothing_is_due(administrator):
    text = page(administrator)
    assert "Nothing is due today." in text
    assert "See which" not in text


def test_list_asks_the_same_number_of_queries(administrator, django_assert_max_num_queries):
    page(administrator)
    with django_assert_max_num_queries(30) as before:
        page(administrator)
    old_notices(5)
    LegalHoldFactory.create_batch(5)
    with django_assert_max_num_queries(len(before)):
        page(administrator)


def test_which(administrator):
    old_notices(51)
    text = page(administrator, "/retention/notice/")
    assert "51 things to wipe, the oldest first" in text
    assert "Counts from 5 January 2015" in text
    assert "Page 1 of 2" in text


def test_which_offers_to_hold(administrator):
    feed = MemberImportFactory(brought_at=LONG_AGO, rows=[{}])
    text = page(administrator, "/retention/member-import/")
    assert f"/retention/holds/new/?kind=member-import&amp;id={feed.public_id}" in text


def test_which_of_nothing(administrator):
    assert "Nothing of this kind is due today." in page(administrator, "/retention/notice/")


@pytest.mark.parametrize("path", ["/retention/nonsense/", "/retention/nonsense/change/"])
def test_unknown_kind(administrator, path):
    page(administrator, path, 404)


def test_change_how_long(administrator):
    assert 'value="6"' in page(administrator, "/retention/notice/change/")
    answer = administrator.post("/retention/notice/change/", {"months": "12", "version": "0"}, follow=True)
    assert "Notices that were sent: kept for 1 year from now on." in answer.content.decode()
    assert RetentionPeriod.objects.get().months == 12


@pytest.mark.parametrize("months", ["", "x", "0", "1201", "9" * 40])
def test_change_how_long_to_nonsense(administrator, months):
    answer = administrator.post("/retention/notice/change/", {"months": months, "version": "0"})
    assert "Enter a number of months from 1 to 1200." in answer.content.decode()
    assert not RetentionPeriod.objects.exists()


def test_change_how_long_while_somebody_else_does(administrator):
    RetentionPeriodFactory(months=9, version=4)
    answer = administrator.post("/retention/notice/change/", {"months": "12", "version": "3"})
    text = answer.content.decode()
    assert "Somebody else changed this while you had it open." in text
    assert 'value="12"' in text
    assert 'name="version" value="4"' in text
    assert RetentionPeriod.objects.get().months == 9


def test_wipe(administrator):
    old_notices(3)
    assert "3 rows to wipe" in page(administrator, "/retention/confirm/")
    for _ in range(2):
        assert administrator.post("/retention/apply/").url == PAGE
    assert Job.objects.filter(kind="apply-retention").count() == 1
    text = page(administrator)
    assert 'role="progressbar"' in text
    assert "Waiting for its turn" in page(administrator, "/retention/progress/")


def test_confirm_nothing(administrator):
    assert "Nothing is due today" in page(administrator, "/retention/confirm/")


def test_after_wiping(administrator):
    old_notices(3)
    wipe(administrator.person)
    assert "3 rows were wiped." in page(administrator)


def test_hold_a_person_and_lift_it(administrator):
    person = AppointmentFactory(person__name="Cllr Amina Example").person
    given = {"person": str(person.public_id), "reason": "The inquiry asked for everything."}
    text = administrator.post("/retention/holds/new/", given, follow=True).content.decode()
    assert "Held: Cllr Amina Example." in text
    assert "The inquiry asked for everything." in text
    hold = LegalHold.objects.get()
    path = f"/retention/holds/{hold.public_id}/lift/"
    assert "Lift this hold?" in page(administrator, path)
    assert "Say why it is lifted." in administrator.post(path).content.decode()
    text = administrator.post(path, {"because": "The inquiry has closed."}, follow=True).content.decode()
    assert "The hold on Cllr Amina Example was lifted." in text
    assert "The inquiry has closed." in text
    page(administrator, path, 404)
    assert administrator.post(path, {"because": "Again."}).status_code == 404


def test_hold_one_thing(administrator):
    feed = MemberImportFactory(brought_at=LONG_AGO)
    path = f"/retention/holds/new/?kind=member-import&id={feed.public_id}"
    assert "Neither this nor what the record says of it" in page(administrator, path)
    administrator.post(path, {"reason": "A claim."})
    assert LegalHold.objects.get().subject_id == feed.public_id


@pytest.mark.parametrize(
    "asked",
    ["kind=person&id=x", "kind=nonsense&id=5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11", "kind=person", "id=%00",
     "kind=person&id=5b6d6b30-6a5b-4d5e-9d4c-6b9d9f3b8a11"],
)  # fmt: skip
def test_hold_nonsense(administrator, asked):
    page(administrator, f"/retention/holds/new/?{asked}", 404)


def test_hold_without_a_reason_or_with_a_child_in_it(administrator):
    person = str(administrator.person.public_id)
    text = administrator.post("/retention/holds/new/", {"person": person}).content.decode()
    assert "Say why it is held." in text
    reason = "About the child born on 3 May 2012"
    text = administrator.post("/retention/holds/new/", {"person": person, "reason": reason}).content.decode()
    assert "date of birth" in text
    assert reason in text
    assert not LegalHold.objects.exists()


def test_holds_empty(administrator):
    assert "Nothing is held." in page(administrator, "/retention/holds/")


def test_holds_same_number_of_queries(administrator, django_assert_max_num_queries):
    LegalHoldFactory(placed_by_id=administrator.person.public_id)
    page(administrator, "/retention/holds/")
    with django_assert_max_num_queries(30) as before:
        page(administrator, "/retention/holds/")
    LegalHoldFactory.create_batch(5)
    with django_assert_max_num_queries(len(before)):
        page(administrator, "/retention/holds/")


LOOKING = ["", "confirm/", "progress/", "holds/", "holds/new/", "notice/", "notice/change/"]


@pytest.mark.parametrize("path", LOOKING)
@pytest.mark.parametrize("role", ["lead-member", "democratic-services-officer", "checks-officer"])
def test_pages_are_the_administrators(client_of, role, path):
    assert REFUSED in page(client_of(role), PAGE + path, 403)


@pytest.mark.parametrize("path", LOOKING)
def test_pages_are_shut_to_strangers(client, path):
    assert client.get(PAGE + path).url.startswith(reverse("account_login"))


def test_verbs_are_the_administrators(client_of):
    stranger = client_of("lead-member")
    hold = LegalHoldFactory()
    old_notices()
    for path in ["apply/", f"holds/{hold.public_id}/lift/"]:
        assert REFUSED in stranger.post(PAGE + path).content.decode()
    assert not Job.objects.exists()
    assert not Event.objects.exists()
