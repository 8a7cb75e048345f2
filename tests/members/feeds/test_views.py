"""The pages about lists of councillors: bring, look, take in or drop, history."""

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from corpparent import jobs
from members.models import Appointment, MemberImport, Person
from members.roles import COUNCILLOR
from tests.factories.getting_in import MemberImportFactory
from tests.factories.members import AppointmentFactory, PersonFactory
from tests.members.feeds.invented import CANARIES, OPEN, councillor, feed, table

pytestmark = pytest.mark.django_db

REFUSED = "Only the council&#x27;s administrator can bring in a list of councillors."
READ = ["", "progress/"]
VERBS = ["take/", "drop/"]
ROWAN = {"number": "18", "name": "Cllr Rowan Bell", "email": "rowan@larchford.example", "terms": OPEN}


@pytest.fixture(autouse=True)
def larchford(council):
    return council


def send(client, content, name="list.xml", form="moderngov", **more):
    file = SimpleUploadedFile(name, content)
    return html(client.post("/feeds/new/", {"form": form, "file": file, **more}, follow=True))


def html(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def path_of(brought):
    return f"/feeds/{brought.public_id}/"


def addresses(brought):
    return ["/feeds/", "/feeds/new/", *(f"{path_of(brought)}{end}" for end in READ)]


def seen_on(page):
    """What the hidden field of the page says."""
    return page.partition('name="seen" value="')[2].partition('"')[0]


def amina(**changes):
    person = {"name": "Cllr Amina Yusuf", "email": "amina@larchford.example", "source_id": "moderngov:17"}
    term = {"starts_on": date(2022, 5, 6), "ward": "Bablake", "party": "Green"}
    them = {f"person__{name}": value for name, value in person.items()}
    return AppointmentFactory(role__slug=COUNCILLOR, **them | term | changes)


def test_pages_are_for_those_who_are_signed_in(client):
    brought = MemberImportFactory()
    for path in addresses(brought):
        assert client.get(path).url == f"/account/sign-in/?next={path}"
    assert {client.post(f"{path_of(brought)}{verb}").status_code for verb in VERBS} == {302}


@pytest.mark.parametrize("role", ["councillor", "democratic-services-officer", "lead-member"])
def test_pages_tell_the_wrong_role_why(client_of, role):
    client, brought = client_of(role), MemberImportFactory()
    for path in addresses(brought):
        assert REFUSED in html(client.get(path), 403)
    for verb in VERBS:
        assert REFUSED in html(client.post(f"{path_of(brought)}{verb}"), 403)
    assert MemberImport.objects.get().status == "ready"


def test_pages_of_an_unknown_list_are_404(administrator):
    stem = f"/feeds/{uuid.uuid4()}/"
    assert {administrator.get(f"{stem}{end}").status_code for end in READ} == {404}
    assert {administrator.post(f"{stem}{verb}").status_code for verb in VERBS} == {404}


def test_verbs_are_not_for_looking(administrator):
    brought = MemberImportFactory()
    assert {administrator.get(f"{path_of(brought)}{verb}").status_code for verb in VERBS} == {405}


def test_empty_list_says_how_to_begin(administrator):
    assert "No list of councillors has been brought yet." in html(administrator.get("/feeds/"))


def test_list_costs_the_same_queries_whatever_the_rows(administrator, django_assert_num_queries):
    MemberImportFactory(brought_by=PersonFactory())
    administrator.get("/feeds/")
    with django_assert_num_queries(5):
        administrator.get("/feeds/")
    MemberImportFactory.create_batch(5, brought_by=PersonFactory())
    with django_assert_num_queries(5):
        administrator.get("/feeds/")


def test_upload_to_result_through_the_real_forms(administrator):
    gone = amina(person__name="Cllr Sam Oakes", person__source_id="moderngov:5", person__email="")
    amina()
    ready = send(administrator, feed(councillor(terms=OPEN), councillor(**ROWAN), councillor("9", name="Vacant")))
    assert "Take in this list?" in ready
    assert "Cllr Rowan Bell" in ready
    assert "<td>Green</td>" in ready
    assert "<td>Labour</td>" in ready
    assert "This is an empty seat, not a person." in ready
    assert "Cllr Sam Oakes, Bablake" in ready
    assert "Take in 2 changes" in ready
    assert '<div id="div_id_last_day" class="govuk-form-group">' in ready
    assert [canary for canary in CANARIES if canary in ready] == []

    brought = MemberImport.objects.get()
    data = {"seen": seen_on(ready), "ends": [str(gone.person.public_id)]}
    data |= {"last_day_0": "7", "last_day_1": "5", "last_day_2": "2026"}
    done = html(administrator.post(f"{path_of(brought)}take/", data, follow=True))
    assert "The list was taken in" in done
    gone.refresh_from_db()
    assert gone.ends_on == date(2026, 5, 7)
    assert Person.objects.filter(name="Cllr Rowan Bell").exists()

    told = html(administrator.post(f"{path_of(brought)}take/", data, follow=True))
    assert "This list is not waiting any more: taken in." in told
    assert "1 new, 1 changed, 1 left." in html(administrator.get("/feeds/"))


def test_last_day_is_asked_for_at_its_field(administrator):
    gone = amina()
    ready = send(administrator, feed(councillor(**ROWAN)))
    path = f"{path_of(MemberImport.objects.get())}take/"
    data = {"seen": seen_on(ready), "ends": [str(gone.person.public_id)]}

    empty = html(administrator.post(path, data | {"last_day_0": "", "last_day_1": "", "last_day_2": ""}))
    assert "Enter their last day in office, like 27 11 2026." in empty
    early = html(administrator.post(path, data | {"last_day_0": "5", "last_day_1": "5", "last_day_2": "2022"}))
    assert "Cllr Amina Yusuf: This appointment starts on 6 May 2022." in early
    foreign = html(administrator.post(path, data | {"ends": [str(uuid.uuid4())]}))
    assert "no longer among those who are missing" in foreign
    assert MemberImport.objects.get().status == "ready"


def test_what_changed_meanwhile_is_shown_anew(administrator):
    amina()
    ready = send(administrator, feed(councillor(terms=OPEN)))
    Appointment.objects.filter(party="Green").update(party="Independent")

    path = f"{path_of(MemberImport.objects.get())}take/"
    again = html(administrator.post(path, {"seen": seen_on(ready)}, follow=True))
    assert "nothing was taken in" in again
    assert "<td>Independent</td>" in again
    assert seen_on(again) != seen_on(ready)


def test_list_that_changes_nothing_has_no_verb(administrator):
    amina(party="Labour")
    ready = send(administrator, feed(councillor(terms=OPEN)))
    assert "so there is nothing to take in" in ready
    assert 'name="seen"' not in ready


def test_dropped_list_is_gone(administrator):
    send(administrator, feed(councillor(terms=OPEN)))
    brought = MemberImport.objects.get()
    page = html(administrator.post(f"{path_of(brought)}drop/", follow=True))
    assert "The list was dropped. Nothing of it was kept." in page
    assert "This list was dropped" in html(administrator.get(path_of(brought)))


def test_refusal_stands_at_the_field(administrator):
    page = send(administrator, b"<html>Log in</html>")
    assert "web page or some other file" in page
    assert "Error: Bring a list" in page
    assert "Choose the file to be read." in html(administrator.post("/feeds/new/", {"form": "csv"}))
    assert not MemberImport.objects.exists()


def test_without_hosts_nothing_is_fetched(administrator):
    assert 'name="address"' not in html(administrator.get("/feeds/new/"))
    page = html(administrator.post("/feeds/new/", {"form": "csv", "address": "https://localhost/"}))
    assert "Choose the file to be read." in page


def test_address_that_is_not_allowed_is_refused_at_its_field(administrator, settings):
    settings.MEMBER_FEED_HOSTS = {"democracy.larchford.example"}
    page = html(administrator.post("/feeds/new/", {"form": "csv", "address": "https://elsewhere.example/"}))
    assert "The portal may not fetch from elsewhere.example." in page
    both = send(administrator, feed(councillor()), address="https://democracy.larchford.example/list")
    assert "Choose a file or enter an address, not both." in both
    assert not MemberImport.objects.exists()


def test_address_that_leads_inside_is_refused_by_the_job(administrator, settings):
    settings.MEMBER_FEED_HOSTS = {"localhost"}
    asked = {"form": "moderngov", "address": "https://localhost/list"}
    moving = html(administrator.post("/feeds/new/", asked, follow=True))
    assert "Fetching the list" in moving
    administrator.post("/feeds/new/", asked)
    brought = MemberImport.objects.get()
    assert "data-progress-url" in moving

    jobs.work()
    assert "The list was refused." in html(administrator.get(f"{path_of(brought)}progress/"))
    page = html(administrator.get(path_of(brought)))
    assert "leads to an address inside a network" in page
    assert "Nobody was changed." in page
    brought.refresh_from_db()
    assert (brought.status, brought.rows) == ("refused", [])


def test_list_whose_job_is_gone_can_be_dropped(administrator):
    page = html(administrator.get(path_of(MemberImportFactory(status="fetching"))))
    assert "It never arrived." in page
    assert "Drop it" in page


def test_list_dropped_while_it_is_fetched_stays_dropped(administrator, settings):
    settings.MEMBER_FEED_HOSTS = {"localhost"}
    administrator.post("/feeds/new/", {"form": "moderngov", "address": "https://localhost/list"})
    brought = MemberImport.objects.get()
    administrator.post(f"{path_of(brought)}drop/")
    jobs.work()
    brought.refresh_from_db()
    assert brought.status == "dropped"


def test_page_does_not_take_in_more_than_it_can(administrator):
    rows = [f"LAR,Alder,{number},,,Person {number}," for number in range(201)]
    page = send(administrator, table(*rows), form="csv")
    assert "This would change 201 people, and the page takes in 200 at once." in page
    assert 'name="seen"' not in page
    path = f"{path_of(MemberImport.objects.get())}take/"
    assert "the page takes in 200 at once" in html(administrator.post(path, {"seen": "x"}))
    assert MemberImport.objects.get().status == "ready"


def test_new_councillor_without_terms_begins_today(administrator):
    ready = send(administrator, feed(councillor(terms=())))
    assert f"from {timezone.localdate():%-d %B %Y}" in ready
