import pytest

from corpparent import themes


def test_there_are_eleven_themes_with_different_slugs_and_titles():
    assert len(themes.THEMES) == len({t.slug for t in themes.THEMES}) == len({t.title for t in themes.THEMES}) == 11


def test_the_57_prompts_are_all_different_questions():
    prompts = [prompt for theme in themes.THEMES for prompt in theme.prompts]

    assert len(prompts) == len(set(prompts)) == 57
    assert all(prompt.endswith("?") for prompt in prompts)


@pytest.mark.parametrize("word", ["placement", "contact", "lac ", "looked-after", "challenging", "sibling", "sdq"])
def test_prompts_use_words_that_children_prefer(word):
    prompts = " ".join(prompt for theme in themes.THEMES for prompt in (*theme.prompts, theme.about)).lower()

    assert word not in prompts


def test_the_seven_principles_are_numbered_in_order():
    assert [principle.number for principle in themes.PRINCIPLES] == [1, 2, 3, 4, 5, 6, 7]


def test_theme_is_found_by_slug():
    assert themes.theme("health").title == "Health"


def test_theme_unknown_names_the_slugs_that_there_are():
    with pytest.raises(KeyError, match=r"“helth” is not a theme\. The themes are settled-home, safety"):
        themes.theme("helth")


def test_choices_are_slug_and_title_in_order():
    assert themes.choices()[0] == ("settled-home", "A settled home")
