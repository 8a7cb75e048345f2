"""Pages on which easy words are written, looked at and published."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from members.roles import DCS, PARTICIPATION_OFFICER
from pledges import services
from pledges.models import Drawing, EasyRead
from pledges.symbols import SYMBOLS
from tests.factories.pledges import NOW, DrawingFactory, EasyReadFactory, PledgeFactory, PromiseFactory
from tests.members.council.pictures import png

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(council):
    return PromiseFactory(pledge=PledgeFactory(live=True), number=1, wording="We will tell you before you move.")


@pytest.fixture
def officer(client_of):
    return client_of(PARTICIPATION_OFFICER)


def text(answer):
    return answer.content.decode()


def address(promise, part=""):
    return f"/pledges/{promise.pledge.public_id}/easy/{part}"


def sent(**more):
    words = {"words-1": "We tell you before you move.", "more-1": "", "symbol-1": "bag"}
    return {"title": "Our promises to you", "version": 0} | words | more


def test_write_and_look_and_publish(promise, officer, client_of):
    answer = officer.post(address(promise), sent())
    assert answer.headers["Location"] == address(promise, "preview/")
    assert "Ask somebody else to look and publish" in text(officer.get(address(promise, "preview/")))
    director = client_of(DCS)
    assert "Publish these easy words" in text(director.get(address(promise, "preview/")))
    director.post(address(promise, "publish/"), {"version": 1})
    assert "Everybody can read these words" in text(director.get(address(promise, "preview/")))


def test_nothing_is_written_yet(promise, officer, councillor):
    assert "Write them</a>" in text(officer.get(address(promise, "preview/")))
    page = text(councillor.get(address(promise, "preview/")))
    assert "There are no easy words yet" in page
    assert "Write them</a>" not in page


def test_a_stale_form_keeps_what_was_typed(promise, officer):
    EasyReadFactory(pledge=promise.pledge, version=3)
    page = text(officer.post(address(promise), sent(version=2)))
    assert "Somebody else changed this while you had it open." in page
    assert 'name="version" value="3"' in page
    assert "We tell you before you move." in page


def test_what_is_not_easy_is_said_at_its_field(promise, officer):
    page = text(officer.post(address(promise), sent(**{"words-1": "so " * 20})))
    assert "Keep it to 15 words" in page
    assert 'href="#id_words-1"' in page


def test_words_that_could_name_a_child_are_refused(promise, officer):
    page = text(officer.post(address(promise), sent(**{"words-1": "Ring 01632 960123."})))
    assert 'href="#id_words-1"' in page
    assert not EasyRead.objects.exists()


def test_every_drawing_of_ours_is_offered_and_none_is_without_a_name(promise, officer):
    page = text(officer.get(address(promise)))
    assert page.count('class="app-symbol"') == len(SYMBOLS)
    assert 'aria-label=""' not in page


def test_easy_words_are_not_a_councillors(promise, councillor):
    answer = councillor.get(address(promise))
    assert answer.status_code == 403
    assert "Only the participation officer, democratic services or the administrator" in text(answer)


def test_a_drawing_is_brought_and_taken_away(promise, officer):
    page = f"/promises/{promise.public_id}/drawing/"
    given = {"alternative": "A red house", "nobody_recognisable": "on"}
    assert "Choose the PNG picture of the drawing." in text(officer.post(page, given))
    assert "Save the drawing as PNG" in text(
        officer.post(page, given | {"drawing": SimpleUploadedFile("a.png", b"no")})
    )
    officer.post(page, given | {"drawing": SimpleUploadedFile("a.png", png())})
    assert Drawing.objects.get().alternative == "A red house"
    assert 'alt="A red house"' in text(officer.get(page))
    officer.post(f"{page}remove/")
    assert not Drawing.objects.exists()


def test_a_drawing_is_everybodys_once_it_is_published(promise, officer, client, data_dir):
    drawing = DrawingFactory(promise=promise)
    drawing.file.path.write_bytes(png())
    easy_read = EasyReadFactory(pledge=promise.pledge)
    page = f"/our-pledge/drawings/{drawing.public_id}.png"
    assert client.get(page).status_code == 404
    before = officer.get(page)
    assert b"".join(before.streaming_content) == png()
    assert before.headers["Cache-Control"] == "private, no-store"
    easy_read.published_at = easy_read.written_at
    easy_read.save()
    answer = client.get(page)
    assert b"".join(answer.streaming_content) == png()
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=600"


def test_every_symbol_is_drawn(settings):
    drawn = (Path(settings.BASE_DIR) / "templates" / "components" / "symbols.html").read_text()
    assert re.findall(r'id="symbol-([a-z]+)"', drawn) == list(dict.fromkeys(re.findall(r'id="symbol-([a-z]+)"', drawn)))
    assert set(re.findall(r'id="symbol-([a-z]+)"', drawn)) == set(SYMBOLS)


def test_a_drawing_that_came_meanwhile_is_not_published_unseen(promise, officer, client_of):
    officer.post(address(promise), sent())
    director = client_of(DCS)
    assert 'name="version" value="1"' in text(director.get(address(promise, "preview/")))
    services.bring_drawing(
        promise=promise, content=png(), alternative="A bus", nobody_recognisable=True, by=officer.person, at=NOW
    )
    answer = director.post(address(promise, "publish/"), {"version": 1}, follow=True)
    assert "Somebody changed this while you read it." in text(answer)
    assert "Everybody can read these words" not in text(answer)
