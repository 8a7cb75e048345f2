"""A pack from the officer who asks for it to the stranger who reads it, in a real browser on real servers."""

import hashlib
import re

import pytest

from tests.installation import wait_until

pytestmark = pytest.mark.journey

PRIYA, RUTH, AMINA = "priya@larchford.example", "ruth@larchford.example", "amina@larchford.example"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request):
    return request.param


def ask_for_pack(officer, period):
    officer.open("/packs/").press("link", "Build a pack")
    officer.check_page()
    officer.page.get_by_label("Period").fill("2023")
    officer.press("button", "Build the pack")
    assert "“2023” is not a period." in officer.text
    officer.page.get_by_label("Period").fill(period)
    officer.press("button", "Build the pack")
    assert "Building the pack" in officer.text
    officer.check_page()


def percent(officer):
    return int(officer.page.get_by_role("progressbar").get_attribute("aria-valuenow"))


def watch_the_bar(officer):
    """Wait until the page says that the pack is built; return every percentage that was seen, in order."""
    seen = []

    def is_built():
        if not officer.page.get_by_role("progressbar").count():
            return True
        seen.append(percent(officer))
        if not officer.scripts:
            officer.press("link", "Check again")
        return officer.page.get_by_role("link", name="See the pack").count()

    wait_until(is_built, timeout=120, what="the bar reaches its end")
    officer.check_page()
    if officer.page.get_by_role("link", name="See the pack").count():
        officer.press("link", "See the pack")
    return seen


def publish_both(director, pack):
    """From what waits on the start page."""
    for label, name in (("Members’ edition", "members’ edition"), ("Public edition", "public edition")):
        director.open("/")
        assert f"Publish the {name}" in director.text
        director.open(pack).press("link", f"Publish the {name}")
        director.check_page()
        director.press("button", "Publish it")
        assert f"{label} published." in director.text
    director.check_page()


def read_every_page(reader):
    """Go through the twin by its button; the titles of the pages, in order."""
    titles = []
    while True:
        reader.check_page()
        titles.append(reader.page.title())
        onward = reader.page.get_by_role("link", name=re.compile("^Go on to "))
        if not onward.count():
            return titles
        reader.press("link", onward.inner_text())


def test_pack_from_request_to_reader(visitor, passwords, scripts):
    period, label = ("2024-25", "April 2024 to March 2025") if scripts else ("2023-24", "April 2023 to March 2024")
    officer = visitor(scripts=scripts).sign_in(PRIYA, passwords[PRIYA])
    ask_for_pack(officer, period)
    seen = watch_the_bar(officer)
    assert seen == sorted(seen)
    assert len(set(seen)) > 1, "the bar moved"
    officer.check_page()
    assert "You asked for this pack, so somebody else publishes it." in officer.text
    pack = officer.page.url

    stranger = visitor(scripts=scripts)
    stranger.open("/packs/")
    assert f"Larchford, {label}" not in stranger.text

    publish_both(visitor(scripts=scripts).sign_in(RUTH, passwords[RUTH]), pack)

    stranger.open("/packs/").check_page()
    stranger.press("link", f"Larchford, {label}")
    stranger.check_page()
    assert "Members’ edition" not in stranger.text
    sha256 = re.search(r"\b[0-9a-f]{64}\b", stranger.text)[0]
    with stranger.page.expect_download() as download:
        stranger.page.get_by_role("link", name=re.compile("^Download the PDF")).click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"%PDF")
    assert hashlib.sha256(content).hexdigest() == sha256
    assert download.value.suggested_filename == f"larchford-{period}-public.pdf"

    stranger.press("link", "Read it here")
    assert len(read_every_page(stranger)) == 14


def test_members_edition_is_read_by_members_alone(visitor, passwords):
    councillor = visitor().sign_in(AMINA, passwords[AMINA])
    councillor.check_page()
    councillor.press("link", "Read the quality pack")
    address = councillor.page.url
    assert "No commentary has been written on this figure." in councillor.open(f"{address}../health/").text
    councillor.check_page()
    stranger = visitor().open(address)
    assert stranger.page.title().startswith("There is no such page")
