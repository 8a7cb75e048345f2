"""Easy words: who writes them, and that a second person looks before everybody does."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from corpparent.models import Event, StoredFile
from corpparent.rules import NotAllowed
from corpparent.versions import Stale
from members.roles import COUNCILLOR, DCS, PARTICIPATION_OFFICER
from pledges import services
from pledges.models import Drawing, EasyRead
from pledges.rules.easy import EasyWords
from tests.factories.members import AppointmentFactory
from tests.factories.pledges import PledgeFactory, PromiseFactory
from tests.members.council.pictures import png

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)
WORDS = EasyWords("We tell you before you move.", "You can see the new home first.", "bag")


def holder(role):
    return AppointmentFactory(role__slug=role).person


@pytest.fixture
def officer():
    return holder(PARTICIPATION_OFFICER)


@pytest.fixture
def promise(council):
    return PromiseFactory(pledge=PledgeFactory(live=True), number=1)


@pytest.fixture
def written(promise, officer):
    return write(promise, officer)


def write(promise, by, version=0, words=WORDS):
    return services.write_easy_read(
        pledge=promise.pledge, title="Our promises to you", version=version, words={promise: words}, by=by, at=AT
    )


def bring(promise, by, *, nobody_recognisable=True, content=None):
    return services.bring_drawing(
        promise=promise,
        content=content or png(),
        alternative="A dog in front of a red house",
        nobody_recognisable=nobody_recognisable,
        by=by,
        at=AT,
    )


def types():
    return [event.type for event in Event.objects.order_by("number")]


def test_write_easy_read(promise, written, officer):
    promise.refresh_from_db()
    assert EasyWords(promise.easy_words, promise.easy_more, promise.symbol) == WORDS
    assert (written.written_by, written.published_at, written.version) == (officer, None, 1)
    assert types() == ["easy-read-written"]


def test_a_councillor_does_not_write_easy_words(promise):
    with pytest.raises(NotAllowed, match="Only the participation officer, democratic services or the administrator"):
        write(promise, holder(COUNCILLOR))


def test_nothing_is_written_over_what_somebody_saved_first(promise, written, officer):
    with pytest.raises(Stale):
        write(promise, officer, version=0)
    assert write(promise, officer, version=1).version == 2


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (EasyWords("word " * 16), "words-1"),
        (EasyWords("Short.", "word " * 16), "more-1"),
        (EasyWords("", "The second alone."), "words-1"),
        (EasyWords("Short.", "", "dragon"), "symbol-1"),
    ],
)
def test_easy_words_are_easy(promise, officer, words, field):
    with pytest.raises(ValidationError) as refused:
        write(promise, officer, words=words)
    assert list(refused.value.message_dict) == [field]
    assert not EasyRead.objects.exists()


def test_publish_easy_read_by_a_second_person(written, officer):
    with pytest.raises(NotAllowed, match="Ask somebody else to look and publish"):
        services.publish_easy_read(easy_read=written, by=officer, at=AT)
    director = holder(DCS)
    published = services.publish_easy_read(easy_read=written, by=director, at=AT)
    services.publish_easy_read(easy_read=written, by=director, at=AT)
    assert (published.published_by, published.published_at) == (director, AT)
    assert types() == ["easy-read-written", "easy-read-published"]


def test_publish_easy_read_once_every_promise_has_words(promise, written):
    PromiseFactory(pledge=promise.pledge, number=4)
    with pytest.raises(NotAllowed, match=r"^Promise 4 has no easy words yet\. Write them first\.$"):
        services.publish_easy_read(easy_read=written, by=holder(DCS), at=AT)


def test_publish_easy_read_of_a_live_pledge_only(officer, council):
    draft = PromiseFactory(number=1)
    with pytest.raises(NotAllowed, match="The pledge is not live yet"):
        services.publish_easy_read(easy_read=write(draft, officer), by=holder(DCS), at=AT)


def test_whoever_brought_a_drawing_does_not_publish_it(promise, written):
    other = holder(PARTICIPATION_OFFICER)
    bring(promise, other)
    with pytest.raises(NotAllowed, match="brought a drawing"):
        services.publish_easy_read(easy_read=written, by=other, at=AT)


def test_what_changes_waits_for_a_second_person_again(promise, written, officer):
    director = holder(DCS)
    services.publish_easy_read(easy_read=written, by=director, at=AT)
    bring(promise, officer)
    assert EasyRead.objects.get().published_at is None
    services.publish_easy_read(easy_read=written, by=director, at=AT)
    write(promise, officer, version=EasyRead.objects.get().version)
    assert EasyRead.objects.get().published_at is None


def test_bring_drawing_asks_whether_anybody_can_be_recognised(promise, officer):
    with pytest.raises(ValidationError, match="Say that nobody can be recognised"):
        bring(promise, officer, nobody_recognisable=False)
    with pytest.raises(ValidationError, match="Save the drawing as PNG"):
        bring(promise, officer, content=b"no picture")
    assert not StoredFile.objects.exists()


def test_a_new_drawing_takes_the_place_of_the_old(promise, officer, django_capture_on_commit_callbacks):
    before = bring(promise, officer).file.path
    with django_capture_on_commit_callbacks(execute=True):
        after = bring(promise, officer)
    assert Drawing.objects.get() == after
    assert StoredFile.objects.count() == 1
    assert after.file.path.exists()
    assert not before.exists()


def test_remove_drawing(promise, officer):
    drawing = bring(promise, officer)
    services.remove_drawing(drawing=drawing, by=officer, at=AT)
    services.remove_drawing(drawing=drawing, by=officer, at=AT)
    assert not Drawing.objects.exists()
    assert types() == ["drawing-brought", "drawing-removed"]


def test_the_words_of_a_retired_pledge_stay(promise, officer):
    promise.pledge.status = "retired"
    promise.pledge.save()
    with pytest.raises(NotAllowed, match="This pledge is retired"):
        write(promise, officer)
