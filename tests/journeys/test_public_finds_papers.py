"""A member of the public looks for last quarter's papers: with JavaScript and without, and on a narrow screen."""

import re

import pytest

from tests.journeys.convening import download

pytestmark = pytest.mark.journey

SECRET = "Zanzibarine"  # stands in everything of the committee that is exempt


@pytest.fixture(params=[False, True], ids=["no scripts", "scripts"])
def stranger(request, at_desk):
    return at_desk(scripts=request.param)


@pytest.fixture(scope="session")
def rowan(convene):
    return convene("held", "Rowanby")


def test_paper_of_last_quarter_is_found_by_its_meeting(rowan, stranger):
    stranger.open("/meetings/").check_page()
    stranger.unfold("Choose what to see")
    stranger.choose("Body", rowan.body)
    stranger.press("button", "Show these").check_page()
    assert "No meeting fits what you chose." in stranger.text
    stranger.unfold("Choose what to see")
    stranger.choose("When", "Past, the newest first")
    stranger.press("button", "Show these").check_page()
    stranger.press("link", f"{rowan.body}, {rowan.day:%A} {rowan.day.day} {rowan.day:%B %Y}").check_page()
    assert stranger.page.url.endswith(rowan.meeting)
    assert SECRET not in stranger.page.content()
    read_paper(rowan, stranger)
    follow(rowan, stranger)


def read_paper(rowan, stranger):
    stranger.press("link", "Rowanby school report").check_page()
    assert "Two pages" in stranger.text
    assert "Appendices" not in stranger.text
    content, name = download(stranger, "Download the paper (PDF)")
    assert content.startswith(b"%PDF")
    assert name == "rowanby-school-report.pdf"
    assert SECRET not in stranger.page.content()


def follow(rowan, stranger):
    """Calendar and feed of the committee, as another program fetches them."""
    stranger.press("link", f"{rowan.body}, {rowan.day.day} {rowan.day:%B %Y}")
    stranger.press("link", rowan.body).check_page()
    addresses = [link.get_attribute("href") for link in stranger.page.get_by_role("link").all()]
    feeds = [one for one in addresses if re.search(r"/(calendar\.ics|papers\.atom)$", one or "")]
    assert len(feeds) == 2, addresses
    for address in feeds:
        answer = stranger.page.request.get(address)
        assert answer.ok, address
        assert rowan.body in answer.text()
        assert SECRET not in answer.text()


def test_words_are_found_in_open_papers_alone(rowan, stranger):
    stranger.open("/papers/").check_page()
    search(stranger, "sheet 2")
    stranger.choose("Body", rowan.body)
    stranger.press("button", "Show these").check_page()
    assert "One paper." in stranger.text
    assert "Page 2:" in stranger.text
    search(stranger, SECRET)
    stranger.press("button", "Show these").check_page()
    assert "No paper fits what you look for." in stranger.text
    stranger.open(f"/papers/?search={'x' * 101}").check_page()  # the box itself takes no more than a hundred
    assert "Keep what you look for to 100 characters." in stranger.text


def search(stranger, words):
    stranger.unfold("Choose what to see")
    stranger.fill(stranger.page.get_by_label("Words in it"), words)
