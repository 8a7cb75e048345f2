"""Who owes what, and since when: appointments in, a day out."""

from datetime import date

import pytest

from members.duties import Term, definitions
from members.duties.owing import owed_since

ON = date(2024, 11, 4)


def term(starts_on, ends_on=None, level=1, role="councillor"):
    return Term(date.fromisoformat(starts_on), date.fromisoformat(ends_on) if ends_on else None, level, role)


@pytest.mark.parametrize(
    ("terms", "since"),
    [
        ([], None),
        ([term("2024-05-06")], "2024-05-06"),
        ([term("2024-11-04")], "2024-11-04"),
        ([term("2024-11-05")], None),
        ([term("2024-05-06", "2024-11-04")], "2024-05-06"),
        ([term("2024-05-06", "2024-11-03")], None),
        ([term("2021-05-10", "2024-05-05"), term("2024-05-06")], "2021-05-10"),
        ([term("2021-05-10", "2024-05-05"), term("2024-06-06")], "2021-05-10"),  # 31 days between
        ([term("2021-05-10", "2024-05-05"), term("2024-06-07")], "2024-06-07"),  # 32 days between
        ([term("2021-05-10", "2024-05-05"), term("2024-12-01")], None),
        ([term("2024-06-06"), term("2021-05-10", "2024-05-05")], "2021-05-10"),  # whatever their order
        ([term("2021-05-10"), term("2022-01-01", "2022-12-31")], "2021-05-10"),  # one within the other
        ([term("2021-05-10", "2022-01-01"), term("2021-12-01", "2023-01-01"), term("2023-01-15")], "2021-05-10"),
    ],
)
def test_owed_since_the_first_of_the_unbroken_terms(terms, since):
    found = owed_since(definitions()["U1"], terms, ON)
    assert found == (date.fromisoformat(since) if since else None)


UNIVERSAL = ["U1", "U2", "U3", "U4", "U5"]
TARGETED = [*UNIVERSAL, "T1", "T2", "T3", "T4"]
HEADS = [*TARGETED, "SP1", "SP2", "SP3", "SP4", "SP5"]


@pytest.mark.parametrize(
    ("level", "role", "codes"),
    [
        (0, "administrator", []),
        (1, "councillor", UNIVERSAL),
        (1, "partner-governor", UNIVERSAL),
        (2, "committee-member", TARGETED),
        (2, "home-manager", TARGETED),
        (2, "visiting-councillor", [*TARGETED, "T5"]),
        (3, "designated-nurse", [*UNIVERSAL, "T1", "T3", "C1"]),
        (3, "chief-executive", [*UNIVERSAL, "T1", "T3", "C1"]),
        (3, "lead-member", HEADS),
        (3, "director-of-childrens-services", HEADS),
        (2, "social-work-lead", TARGETED),  # this council asks less of one: the level is the appointment's own
    ],
)
def test_a_level_says_how_deep_and_a_role_which(level, role, codes):
    terms = [term("2024-05-06", level=level, role=role)]
    assert [code for code, one in definitions().items() if owed_since(one, terms, ON)] == codes


def test_a_term_that_does_not_oblige_does_not_begin_the_duty():
    terms = [term("2019-05-06"), term("2023-05-06", level=2, role="committee-member")]
    assert owed_since(definitions()["U1"], terms, ON) == date(2019, 5, 6)
    assert owed_since(definitions()["T1"], terms, ON) == date(2023, 5, 6)
