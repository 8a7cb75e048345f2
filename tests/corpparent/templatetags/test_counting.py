import pytest
from django.template import engines


@pytest.mark.parametrize(
    ("number", "things", "said"),
    [
        (0, "action is late,actions are late", "No actions are late"),
        (1, "action is late,actions are late", "One action is late"),
        (6, "body,bodies", "Six bodies"),
        (12, "figure", "12 figures"),
        (20_000, "action", "20,000 actions"),
    ],
)
def test_counted_says_small_numbers_in_words(number, things, said):
    page = engines["django"].from_string("{% load counting %}{{ number|counted:things|capfirst }}")
    assert page.render({"number": number, "things": things}) == said
