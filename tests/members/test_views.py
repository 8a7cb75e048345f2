import pytest

from members.context import is_current
from members.views.site import greeting, heading
from tests.factories.members import PersonFactory
from tests.plugins.people import PersonsClient


@pytest.mark.parametrize(
    ("hour", "words"),
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening")],
)
def test_greeting_follows_the_hour(hour, words):
    assert greeting(hour) == words


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (0, "Nothing needs you now."),
        (1, "One thing needs you."),
        (3, "Three things need you."),
        (9, "Nine things need you."),
        (10, "10 things need you."),
    ],
)
def test_heading_counts_in_words(needs, words):
    assert heading(needs) == words


@pytest.mark.parametrize(
    ("starts", "path", "current"),
    [
        (("/",), "/", True),
        (("/",), "/packs/", False),
        (("/packs/",), "/packs/", True),
        (("/people/", "/bodies/"), "/bodies/1/", True),
    ],
)
def test_tab_is_current_for_the_pages_under_it(starts, path, current):
    assert is_current(starts, path) is current


@pytest.mark.django_db
def test_home_of_a_stranger_is_the_front_page(client, council):
    response = client.get("/")
    assert "pages/front.html" in [template.name for template in response.templates]
    assert "Larchford" in response.content.decode()


@pytest.mark.django_db
def test_home_of_a_member_greets_them(officer, council):
    page = officer.get("/").content.decode()
    assert "Robin" in page
    assert "Nothing needs you now." in page


@pytest.mark.django_db
def test_home_of_somebody_without_appointment_says_why_it_is_empty(council):
    page = PersonsClient(PersonFactory()).get("/").content.decode()
    assert "You have no current appointment with the council" in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/help/", "/privacy/", "/cookies/", "/accessibility/"])
def test_site_pages_are_there_before_the_council_is_set_up(client, path):
    assert "Your council" in client.get(path).content.decode()


@pytest.mark.django_db
def test_invented_council_says_so_on_every_page(client, council):
    assert "invented council" in client.get("/help/").content.decode()
    council.is_invented = False
    council.save()
    assert "invented council" not in client.get("/help/").content.decode()


@pytest.mark.django_db
def test_page_that_is_not_there(client, council):
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert "404.html" in [template.name for template in response.templates]
