import pytest

from corpparent.suppression import protect
from tests.factories.packs import figure

HIDDEN = {"value": None, "numerator": None, "denominator": None, "symbol": "c"}


def own(value, **changes):
    return figure(value, is_published=False, **changes)


@pytest.mark.parametrize("audience", ["officer", "member", "public"])
@pytest.mark.parametrize(
    "published", [figure("68", numerator="260", denominator="383"), figure("2"), figure(None, symbol="low")]
)
def test_protect_shows_published_figures_as_published(published, audience):
    assert protect(published, audience) == published


@pytest.mark.parametrize("audience", ["member", "public"])
@pytest.mark.parametrize(
    "ours",
    [
        own("68", numerator="260", denominator="383"),
        own("0"),
        own(None, symbol="k", denominator="3"),
        own(None, symbol="z"),
    ],
)
def test_protect_hides_our_own_figures_and_all_they_are_made_of(ours, audience):
    assert protect(ours, audience) == ours | HIDDEN


def test_protect_leaves_the_figure_it_was_given():
    ours = own("68", numerator="260")
    protect(ours, "public")
    assert ours == own("68", numerator="260")


def test_protect_shows_officers_everything():
    assert protect(own("3"), "officer") == own("3")


@pytest.mark.parametrize("audience", ["member", "public"])
def test_protect_shows_our_own_that_was_found_safe(audience):
    safe = own("68", numerator="260", denominator="383", is_hidden=False)
    assert protect(safe, audience) == safe


@pytest.mark.parametrize("audience", ["member", "public"])
def test_protect_hides_our_own_that_was_found_small(audience):
    small = own("3", is_hidden=True)
    assert protect(small, audience) == small | HIDDEN


def test_protect_does_not_ask_whether_a_published_figure_is_small():
    assert protect(figure("2", is_hidden=True), "public") == figure("2", is_hidden=True)
