"""A member at a phone goes to page 47 of the pack, marks what is read and writes a note that nobody else sees."""

import re
import subprocess

import pytest

from tests.journeys.convening import download

pytestmark = pytest.mark.journey

PAGE = 47
NOTE = "Ask about the second column."


@pytest.mark.parametrize(("name", "scripts"), [("Elderby", True), ("Larchby", False)], ids=["scripts", "no scripts"])
def test_member_reads_page_47(convene, reader, name, scripts):
    elder = convene("long", name)
    ada = reader(elder, "member", scripts=scripts)
    ada.open("/").check_page()
    ada.open(elder.meeting).check_page()
    ada.press("link", "What to read, and your notes").check_page()
    assert "Two papers of two still to read." in ada.text
    assert "You have no notes on this meeting’s papers." in ada.text
    reading = ada.page.url

    go_to_page(ada, name)
    ada.open(reading)
    mark(ada, f"{name} school report")
    write_note(ada)
    nobody_else_sees_it(elder, reader, reading)
    open_exempt(elder, ada, convene, reading)


def go_to_page(ada, name):
    """The contents say which paper stands there, and the file holds it."""
    go_to(ada, 9999)
    assert "This pack has no such page." in ada.text
    ada.fill(ada.page.get_by_label("Go to pack page"), str(PAGE))
    ada.press("button", "Find it").check_page()
    begins = int(re.search(rf"{name} school report\s+From page (\d+)", ada.text)[1])
    assert begins < PAGE < begins + 60
    link = ada.page.get_by_role("link", name=f"Open page {PAGE}")
    assert link.get_attribute("href").endswith(f"#page={PAGE}")
    content, _ = download(ada, f"Open page {PAGE}")
    words = text_of(content, PAGE)
    assert f"sheet {PAGE - begins + 1}" in words
    assert "Copy for Ada" in words


def go_to(ada, number):
    ada.fill(ada.page.get_by_label("Page of the pack"), str(number))
    ada.press("button", "Go to that page")
    ada.check_page()


def text_of(content, page):
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def mark(ada, title):
    ada.press("button", f"Mark as read : {title}").check_page()
    assert "One paper of two still to read." in ada.text
    ada.press("button", f"Mark as not read : {title}")
    assert "Two papers of two still to read." in ada.text


def write_note(ada):
    ada.press("link", "Write a note").check_page()
    ada.press("button", "Keep this note").check_page()
    assert "Write your note, or go back." in ada.text
    ada.fill(ada.page.get_by_label("Page of the pack"), str(PAGE))
    ada.fill(ada.page.get_by_label("Your note"), NOTE)
    ada.press("button", "Keep this note").check_page()
    assert "Your note is kept. Only you see it." in ada.text
    assert NOTE in ada.text
    ada.press("link", f"Page {PAGE}")
    assert f"Open page {PAGE}" in ada.text


def nobody_else_sees_it(elder, reader, reading):
    for part in ("chair", "officer"):
        other = reader(elder, part).open(reading)
        assert "What to read" in other.text
        assert NOTE not in other.text


def open_exempt(elder, ada, convene, reading):
    """That she looked is on the record: at the pack, and at the paper and its file."""
    name = elder.body.split()[0]
    before = convene("looks", name).looks
    assert before == ["exempt-pack-opened"]
    ada.open(reading).press("link", f"Zanzibarine of {name}").check_page()
    assert "Not for publication: paragraph 2 of Schedule 12A" in ada.text
    content, file_name = download(ada, "Download the paper (PDF)")
    assert "Copy for Ada" in text_of(content, 1)
    assert file_name == "exempt-appendix.pdf"
    looks = convene("looks", name).looks
    assert looks.count("exempt-paper-opened") >= 1
