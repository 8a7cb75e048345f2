from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from corpparent import identifiers
from corpparent.models import Event
from members.models import ClosedDay, Council
from members.words import DEFAULTS, current
from tests.factories.bodies import ClosedDayFactory, VocabularyFactory
from tests.members.council.pictures import jpeg, png

pytestmark = pytest.mark.django_db

PAGES = [
    "/council/",
    "/council/words/",
    "/council/mark/change/",
    "/council/closed-days/new/",
    *(
        f"/council/{group}/change/"
        for group in ("names", "contacts", "colours", "working-day", "beginning", "case-numbers", "small-numbers")
    ),
]


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_settings_are_the_administrators(page, council, administrator, councillor, client):
    assert administrator.get(page).status_code == 200
    refused = councillor.get(page)
    assert refused.status_code == 403
    assert "Only the council’s administrator" in text(refused).replace("&#x27;", "’")
    assert client.get(page).status_code == 302


def test_no_group_of_settings_of_that_name(council, administrator):
    assert administrator.get("/council/taxes/change/").status_code == 404


def test_change_contacts(council, administrator, client):
    sent = {"worried_phone": "020 7946 0001", "worried_phone_night": "020 7946 0002", "version": 1}
    response = administrator.post("/council/contacts/change/", sent)
    assert response.headers["Location"] == "/council/"
    page = text(client.get("/"))
    assert "tel:02079460002" in page
    assert "at night and at weekends" in page
    assert Event.objects.get().details == {"fields": ["worried-phone", "worried-phone-night"]}


def test_one_number_is_answered_day_and_night(council, client):
    Council.objects.update(worried_phone="020 7946 0001")
    page = text(client.get("/"))
    assert "the council, day and night" in page
    assert "at night and at weekends" not in page


def test_a_colour_too_light_is_refused_at_its_field(council, administrator):
    page = text(administrator.post("/council/colours/change/", {"pine": "#ffff00", "sun": "#F5C24C", "version": 1}))
    assert "Choose a darker colour: 4.5 is the least." in page
    assert 'href="#id_pine"' in page
    assert 'value="#ffff00"' in page
    assert Council.current().pine == "#15494E"


def test_a_stale_form_keeps_what_was_typed(council, administrator):
    Council.objects.update(version=2)
    sent = {"name": "A", "short_name": "B", "area_code": "C", "version": 1}
    page = text(administrator.post("/council/names/change/", sent))
    assert "Somebody else changed this while you had it open." in page
    assert 'name="version" value="2"' in page  # saved once more it stands
    assert 'value="B"' in page


def test_small_numbers_are_decided_by_one_box(council, administrator):
    administrator.post("/council/small-numbers/change/", {"members_see_small_numbers": "on", "version": 1})
    assert Council.current().members_see_small_numbers
    administrator.post("/council/small-numbers/change/", {"version": 2})
    assert not Council.current().members_see_small_numbers


def test_first_day_with_the_portal(council, administrator):
    sent = {"began_on_0": "1", "began_on_1": "9", "began_on_2": "2026", "version": 1}
    administrator.post("/council/beginning/change/", sent)
    assert Council.current().began_on == date(2026, 9, 1)
    page = text(administrator.post("/council/beginning/change/", sent | {"began_on_1": "13", "version": 2}))
    assert "Enter the first day on which you used the portal, like 27 11 2026." in page


def test_case_numbers_are_refused_from_then_on(council, administrator):
    sent = {"case_number_shapes": "LC######\r\n@@/####", "version": 1}
    page = text(administrator.post("/council/case-numbers/change/", sent | {"case_number_shapes": "LC####\n##"}))
    assert "“##”: it is too short." in page
    assert "LC####\n##</textarea>" in page
    assert administrator.post("/council/case-numbers/change/", sent).status_code == 302
    assert "LC######, @@/####" in text(administrator.get("/council/"))
    with pytest.raises(identifiers.IdentifiersFound, match="a case number of the council’s in line 2"):
        identifiers.check("The food is better.\nSee lc 12-34-56.")


def test_working_day(council, administrator):
    sent = {"day_begins_at": "08:30", "day_ends_at": "16:30", "clear_days": "4", "version": 1}
    assert "The law asks for five clear days" in text(administrator.post("/council/working-day/change/", sent))
    assert administrator.post("/council/working-day/change/", sent | {"clear_days": "6"}).status_code == 302
    assert f"{Council.current().day_begins_at:%H:%M}" == "08:30"


def test_mark_is_shown_to_everybody(council, administrator, client):
    file = SimpleUploadedFile("mark.png", png())
    assert administrator.post("/council/mark/change/", {"mark": file, "version": 1}).status_code == 302
    assert "/council/mark/?v=2" in text(client.get("/"))
    picture = client.get("/council/mark/")
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert picture.headers["Cache-Control"] == "public, max-age=86400"
    assert b"".join(picture.streaming_content).startswith(b"\x89PNG")


def test_mark_that_is_no_png_is_refused_at_its_field(council, administrator, client):
    file = SimpleUploadedFile("mark.png", jpeg(), content_type="image/png")
    page = text(administrator.post("/council/mark/change/", {"mark": file, "version": 1}))
    assert "This file is not a PNG picture." in page
    assert client.get("/council/mark/").status_code == 404


def test_take_the_mark_away(council, administrator, client):
    administrator.post("/council/mark/change/", {"mark": SimpleUploadedFile("mark.png", png()), "version": 1})
    assert administrator.post("/council/mark/remove/").status_code == 302
    assert client.get("/council/mark/").status_code == 404


def test_words_are_said_on_every_page(council, administrator, client):
    sent = DEFAULTS | {"our-children": "our family <b>", "version": 1}
    assert administrator.post("/council/words/", sent).status_code == 302
    page = text(client.get("/"))
    assert "Our family &lt;b&gt;" in page
    assert "<b>" not in page


def test_words_that_cannot_be_are_refused_at_their_term(council, administrator):
    sent = DEFAULTS | {"children-in-care": "LAC", "pledge": "", "version": 1}
    page = text(administrator.post("/council/words/", sent))
    assert "Children have asked us not to say “LAC”." in page
    assert 'href="#id_children-in-care"' in page
    assert "Enter the words, or put the portal’s own back." in page
    assert current() == DEFAULTS


def test_put_back_the_portals_own_words(council, administrator):
    VocabularyFactory(term="pledge", words="covenant")
    VocabularyFactory(term="home", words="house")
    assert "Put back “pledge”" in text(administrator.get("/council/words/"))
    assert administrator.post("/council/words/pledge/reset/").status_code == 302
    assert (current()["pledge"], current()["home"]) == ("pledge", "house")
    assert administrator.post("/council/words/nonsense/reset/").status_code == 404


def test_close_a_day_and_take_it_back(council, administrator):
    sent = {"on_0": "29", "on_1": "12", "on_2": "2099", "name": "Extra day after Christmas"}
    assert administrator.post("/council/closed-days/new/", sent).status_code == 302
    assert "Tuesday 29 December 2099" in text(administrator.get("/council/"))
    assert "is in the list already." in text(administrator.post("/council/closed-days/new/", sent))
    assert "Make this a working day again?" in text(administrator.get("/council/closed-days/2099-12-29/confirm/"))
    assert administrator.post("/council/closed-days/2099-12-29/open/").status_code == 302
    assert not ClosedDay.objects.exists()


def test_days_gone_by_are_not_listed(council, administrator):
    ClosedDayFactory(on="2020-12-29", name="Long ago")
    ClosedDayFactory(on=timezone.localdate(), name="This very day")
    page = text(administrator.get("/council/"))
    assert "This very day" in page
    assert "Long ago" not in page


@pytest.mark.parametrize("day", ["2099-13-01", "2099-12-30", "soon"])
def test_no_closed_day_on_that_day(day, council, administrator):
    assert administrator.get(f"/council/closed-days/{day}/confirm/").status_code == 404


@pytest.mark.parametrize(
    "verb", ["/council/mark/remove/", "/council/closed-days/2099-12-29/open/", "/council/words/pledge/reset/"]
)
def test_verbs_are_the_administrators(verb, council, councillor):
    ClosedDayFactory(on="2099-12-29")
    assert councillor.post(verb).status_code == 403
