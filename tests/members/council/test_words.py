import pytest
from django.core.exceptions import ValidationError

from corpparent import jobs
from members import words
from members.models import Council
from members.words import DEFAULTS, TERMS, check_words, say
from tests.factories.bodies import VocabularyFactory
from tests.factories.members import AppointmentFactory, PersonFactory

OURS = DEFAULTS | {"children-in-care": "our young people", "corporate-parenting-body": "Family Panel"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How many children in care there are", "How many our young people there are"),
        ("Children in care seen by a dentist", "Our young people seen by a dentist"),
        ("The Children in Care Council met.", "The Children in Care Council met."),
        ("What the corporate parenting board asks", "What the Family Panel asks"),
        ("Corporate parenting boards", "Corporate parenting boards"),
        ("A home", "A home"),
        ("", ""),
    ],
)
def test_say(text, said):
    assert say(text, OURS) == said


def test_say_leaves_single_words_alone():
    assert say("A home visit", DEFAULTS | {"home": "house", "visit": "call"}) == "A home visit"


def test_say_in_the_portals_own_words_is_the_text_itself():
    text = "Children in care"
    assert say(text, DEFAULTS) is text


@pytest.mark.parametrize("words_said", list(DEFAULTS.values()))
def test_every_default_may_be_said(words_said):
    assert check_words(words_said) == words_said


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Enter the words, or put the portal’s own back."),
        (" \n ", "Enter the words, or put the portal’s own back."),
        ("x" * 61, "These words have 61 characters. Keep them to 60."),
        ("our\x00children", "These words hold a sign that cannot be printed. Type them again."),
        ("LAC", "Children have asked us not to say “LAC”. Say “children in care”, or ask them."),
        ("our lac children", "Children have asked us not to say “LAC”. Say “children in care”, or ask them."),
        ("Placements", "Children have asked us not to say “placement”. Say “home”, or ask them."),
    ],
)
def test_words_that_cannot_be(line, sentence):
    with pytest.raises(ValidationError) as refused:
        check_words(line)
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize("line", ["Plač", "black and proud", "Dzieci w opiece", "أطفالنا", "<b>Ours</b>"])
def test_words_in_any_script(line):
    assert check_words(line) == line


def test_every_term_has_a_sample_and_a_source():
    assert [slug for slug, term in TERMS.items() if "{}" not in term.sample or not term.source] == []


@pytest.mark.django_db
def test_glance_costs_one_query_more_for_many_pages(council, django_assert_num_queries):
    VocabularyFactory(term="pledge", words="covenant")
    with django_assert_num_queries(2):
        for _ in range(5):
            assert words.glance()["pledge"] == "covenant"


@pytest.mark.django_db
def test_glance_is_fresh_when_the_council_is(council):
    assert words.glance()["pledge"] == "pledge"
    VocabularyFactory(term="pledge", words="covenant")
    Council._seen = (0.0, None)
    assert words.glance()["pledge"] == "covenant"


@pytest.mark.django_db
def test_e_mails_say_the_councils_own_words(client, council, mailoutbox):
    VocabularyFactory(term="our-children", words="our young people")
    client.post("/account/password/forgotten/", {"email": PersonFactory().email})
    jobs.work()
    assert "Our young people: the portal in which the council shows" in mailoutbox[0].body


@pytest.mark.django_db
def test_roles_are_called_by_the_councils_own_words(administrator):
    AppointmentFactory(role__slug="designated-nurse", role__name="Designated nurse for children in care")
    VocabularyFactory(term="children-in-care", words="our young people")
    for path in ("/people/", f"/people/{administrator.person.public_id}/appoint/", "/duties/matrix/"):
        page = administrator.get(path).content.decode()
        assert "Designated nurse for our young people" in page, path
        assert "Designated nurse for children in care" not in page, path
