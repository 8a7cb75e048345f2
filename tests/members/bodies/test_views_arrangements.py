import pytest

from corpparent.models import Event
from tests.factories.bodies import BodyFactory

pytestmark = pytest.mark.django_db


def text(response):
    return response.content.decode()


def test_page_says_what_is_so_and_what_to_do(councillor, council):
    BodyFactory(name="Larchford Board", slug="board", is_corporate_parenting=True)
    page = text(councillor.get("/arrangements/"))
    assert "<h1>Five arrangements are missing.</h1>" in page
    assert "None are adopted." in page
    assert 'href="/bodies/board/"' in page
    assert "Sign that I have looked at this" not in page


@pytest.mark.parametrize("role", ["lead-member", "director-of-childrens-services"])
def test_those_who_answer_for_them_sign(role, client_of, council):
    who = client_of(role)
    assert "Sign that I have looked at this" in text(who.get("/arrangements/"))
    assert who.post("/arrangements/review/").headers["Location"] == "/arrangements/"
    event = Event.objects.get()
    assert (event.type, event.counts_for_id) == ("arrangements-reviewed", who.person.public_id)


def test_others_do_not_sign(councillor, council):
    assert councillor.post("/arrangements/review/").status_code == 403
    assert not Event.objects.exists()
