"""A pledge in young people's words, from its first line to the page that everybody reads: in a real browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corpparent.months import months_after

pytestmark = pytest.mark.journey

RUTH, NIA, DELPHINE = (f"{name}@larchford.example" for name in ("ruth", "nia", "delphine"))
# A group has one pledge at a time: each case retires the one before it.
TITLES = {
    "scripts": "Our word to care leavers",
    "no scripts": "What we promise care leavers",
    "keyboard": "Care leavers, this is our promise",
}
KEYS, TEETH = "You will have a spare key with somebody you trust.", "We will find you a dentist where you live."
HEALTH = "We will see you at home if the bus is too far."
NOBODY = "Nobody answers for promise 2. Choose a role for each first."


def test_pledge_from_first_words_to_everybody(somebody, way):
    title, today = TITLES[way], timezone.localdate()
    writer = somebody(NIA)
    begin(writer, title, today)
    add_promises(writer)
    measure(writer, title)
    add_commitment(writer, today)
    writer.press("link", "Young people were asked").check_page()
    writer.fill_day("When were they asked?", today)
    writer.press("button", "Young people were asked").check_page()
    address = writer.page.url

    clerk, director = somebody(DELPHINE), somebody(RUTH)
    endorse_and_sign(clerk.open(address), today)
    director.open(address).check_page()
    assert NOBODY in director.text
    find_owner(writer.open(address))
    retire_the_one_before(director.open(address), clerk)

    assert "You wrote some of this pledge. Ask somebody else to look at it and publish it." in writer.open(address).text
    director.open(address).press("link", "Publish it").check_page()
    director.press("button", "Publish the pledge").check_page()
    assert "Enter the day by which it is looked at again" in director.text
    director.fill_day("To be looked at again by", today + timedelta(days=300))
    director.press("button", "Publish the pledge").check_page()
    assert "Published. Everybody can read the pledge now." in director.text
    read(somebody(), title)


def begin(writer, title, today):
    writer.open("/pledges/").press("link", "Begin a pledge").check_page()
    writer.press("button", "Begin this pledge").check_page()
    assert "Enter the pledge’s title." in writer.text
    writer.fill(writer.page.get_by_label("Title"), title)
    writer.choose("Made to", "Care leavers")
    writer.fill(writer.page.get_by_label("Who wrote it"), "Nine of the Larchford care leavers’ forum")
    writer.fill(writer.page.get_by_label("Introduction"), "We wrote these so that nobody starts alone.")
    writer.fill_day("Holds from", today)
    writer.fill_day("Holds until", months_after(today, 36))
    writer.press("button", "Begin this pledge").check_page()
    assert "There is no promise in it yet." in writer.text


def add_promises(writer):
    """Two: the second has nobody yet who answers for it."""
    writer.press("link", "Add a promise").check_page()
    writer.fill(writer.page.get_by_label("In young people’s words"), KEYS)
    writer.fill(writer.page.get_by_label("As the council’s papers say it"), "Every care leaver has a named key holder.")
    writer.choose("Theme", "A settled home")
    writer.choose("Corporate parenting principle", "7. Prepare them for adult life and living on their own")
    writer.choose("Who answers for it", "Social-work lead")
    writer.press("button", "Add this promise").check_page()
    writer.press("link", "Add a promise")
    writer.fill(writer.page.get_by_label("In young people’s words"), TEETH)
    writer.press("button", "Add this promise").check_page()
    assert "Choose the theme." in writer.text
    writer.choose("Theme", "Health")
    writer.choose("Corporate parenting principle", "4. Help them to reach and use the services they need")
    writer.press("button", "Add this promise").check_page()
    assert "Nobody answers for it yet." in writer.text


def measure(writer, title):
    writer.press("link", "Change promise 2 or measure it").check_page()
    writer.press("link", "Add a figure or a question").check_page()
    writer.choose("What shows it?", "A figure of the portal")
    writer.choose("Which figure", "Children seen by a dentist")
    writer.press("button", "Measure by this").check_page()
    assert "Children seen by a dentist" in writer.text
    writer.press("link", title).check_page()


def add_commitment(writer, today):
    writer.press("link", "Write a partner’s commitment down").check_page()
    writer.choose("Partner", "Larchford Health Partnership")
    writer.fill(writer.page.get_by_label("What they commit to"), HEALTH)
    writer.choose("Theme", "Health")
    writer.choose("Corporate parenting principle", "4. Help them to reach and use the services they need")
    writer.fill_day("Made on", today)
    writer.press("button", "Write this down").check_page()
    assert HEALTH in writer.text


def endorse_and_sign(clerk, today):
    clerk.press("link", "It was endorsed").check_page()
    clerk.choose("Which body agreed to it?", "Corporate Parenting Board")
    clerk.fill_day("When?", today)
    clerk.press("button", "It was endorsed").check_page()
    for signed_as, person in (("Director of Children’s Services", "Ruth Castellane"), ("Care leavers’ forum", None)):
        clerk.press("link", "Write a signature down").check_page()
        clerk.fill(clerk.page.get_by_label("Signed as"), signed_as)
        if person:
            clerk.choose("Who holds that office", person)
        clerk.fill_day("Signed on", today)
        clerk.press("button", "Write this signature down").check_page()
    assert "Director of Children’s Services: Ruth Castellane" in clerk.text


def find_owner(writer):
    """Who answers may still change; the words that were endorsed may not."""
    writer.press("link", "Change promise 2 or measure it").check_page()
    assert "its words stay as they were endorsed" in writer.text
    writer.choose("Who answers for it", "Designated nurse for children in care")
    writer.press("button", "Keep these changes").check_page()


def retire_the_one_before(director, clerk):
    assert "is live for care leavers. Retire it first: a group has one pledge at a time." in director.text
    clerk.open("/pledges/").unfold("Choose what to see")
    clerk.choose("Made to", "Care leavers")
    clerk.choose("Where it stands", "Live")
    clerk.press("button", "Show these").check_page()
    clerk.press("link", clerk.page.locator("main .app-row__link").inner_text()).check_page()
    clerk.press("link", "Retire it").check_page()
    clerk.press("button", "Retire the pledge").check_page()
    assert "The pledge is retired." in clerk.text


def read(stranger, title):
    stranger.open("/our-pledge/care-leavers/").check_page()
    assert all(words in stranger.text for words in (title, KEYS, TEETH, "We wrote these so that nobody starts alone."))
    stranger.press("link", "What others promised with us").check_page()
    assert HEALTH in stranger.text
