from collections import Counter

import pytest

from corpparent import themes
from reports.indicators import registry
from reports.indicators.registry import RegistryError

GOOD = """
theme = "health"
source = "Somebody"
frequency = "annual"
unit = "percent"
polarity = "high"

[indicator.hugs]
title = "Children who were hugged"
sentence = "of our children were hugged"
numerator = "Hugged"
denominator = "All"
"""


def test_load_has_all_the_indicators():
    assert len(registry.load()) >= 80
    assert len(registry.fed()) >= 40


def test_load_every_theme_has_headlines_in_order():
    ranks = Counter(d.theme for d in registry.load() if d.is_headline)

    assert set(ranks) == set(themes.BY_SLUG)
    for theme, number in ranks.items():
        assert {d.rank for d in registry.load() if d.theme == theme and d.rank} == set(range(1, number + 1))


def test_load_no_words_that_children_dislike():
    said = " ".join(f"{d.title} {d.sentence}" for d in registry.load()).lower()

    assert not [word for word in ("placement", "looked after", "contact", "cla ", "lac ", "neet") if word in said]


def test_by_code():
    assert registry.by_code("dentist").title == "Children seen by a dentist"


@pytest.fixture
def folder(tmp_path):
    """Writes a definition file and loads the folder."""

    def load(text, name="one.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return registry.load.__wrapped__(tmp_path)

    return load


def test_load_takes_what_stands_at_the_top_for_every_entry(folder):
    (made,) = folder(GOOD)

    assert (made.code, made.theme, made.version, made.small_cohort, made.decimals) == ("hugs", "health", 1, 20, 0)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (('"health"', '"helth"'), "one.toml, hugs: “helth” is not a theme."),
        (('"percent"', '"furlongs"'), "one.toml, hugs: 'furlongs' is not a valid Unit"),
        (('denominator = "All"', ""), "one.toml, hugs: a figure in “per cent” needs a denominator."),
        (('hugged"\nnum', 'hugged."\nnum'), "one.toml, hugs: its sentence goes on after the value"),
        (("indicator.hugs", "indicator.Hugs"), "one.toml, Hugs: its code may hold small letters"),
        (("title", "titel"), "one.toml, hugs: .*titel"),
        (('"All"', '"All"\nrank = 1\ndetail = true'), "one.toml, hugs: it cannot be both a headline and a detail."),
    ],
)
def test_load_names_the_entry_that_is_wrong(folder, change, reason):
    with pytest.raises(RegistryError, match=reason):
        folder(GOOD.replace(*change))


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ('value = "p"\nwhere.a = "b"\nnumerator = "n"', "numerator and denominator together"),
        ('value = "p"\nwhere.a = "b"\nwhole.a = "c"', "names a numerator and no other"),
        ('value = "p"\nwhere.a = "b"\nnumerator = "n"\nwhole.x = "c"', "that `where` does not name"),
        ('value = "p"\nwhere.a = "b"\nform = "roman"', "form “roman”"),
        ('value = "p"\nwhere.a = "b"\ncategory = "age"', "which category stands for all"),
    ],
)
def test_load_names_the_feed_that_is_wrong(folder, feed, reason):
    with pytest.raises(RegistryError, match=f"one.toml, hugs: .*{reason}"):
        folder(f"{GOOD}\n[indicator.hugs.feed]\n{feed}\n")


def test_load_two_files_may_not_share_a_code(folder, tmp_path):
    (tmp_path / "two.toml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(RegistryError, match="hugs: there are two indicators of this code"):
        folder(GOOD)


def test_load_two_headlines_may_not_share_a_rank(folder, tmp_path):
    ranked = GOOD + "rank = 1\n"
    (tmp_path / "two.toml").write_text(ranked.replace("hugs", "kisses"), encoding="utf-8")

    with pytest.raises(RegistryError, match="another indicator of “health” has rank 1"):
        folder(ranked)
