from datetime import UTC, datetime

import pytest

from corpparent import words


@pytest.mark.parametrize(
    ("at", "day", "moment"),
    [
        (datetime(2026, 11, 22, 14, 5, tzinfo=UTC), "22 November 2026", "22 November 2026 at 14:05"),
        (datetime(2026, 3, 1, 0, 0, tzinfo=UTC), "1 March 2026", "1 March 2026 at 00:00"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026", "1 July 2026 at 00:30"),
    ],
    ids=["winter", "no leading nought in the day", "summer time turns the day"],
)
def test_day_and_moment_are_londons(at, day, moment):
    assert (words.day(at), words.moment(at)) == (day, moment)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1024, "1 KB"),
        (551_936, "539 KB"),
        (1024**2 - 513, "1023 KB"),
        (1024**2 - 512, "1 MB"),
        (1_468_006, "1.4 MB"),
        (20 * 1024**2, "20 MB"),
        (2_000 * 1024**2, "2,000 MB"),
    ],
)
def test_size_is_said_in_the_unit_that_fits(count, said):
    assert words.size(count).replace("\xa0", " ") == said


def test_size_keeps_number_and_unit_on_one_line():
    assert [word for word in map(words.size, (12, 2048, 5_000_000)) if " " in word] == []
