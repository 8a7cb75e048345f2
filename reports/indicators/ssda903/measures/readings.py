"""How the return is read where the published definitions leave a choice. Each choice is a setting with our default."""

from dataclasses import dataclass

FOSTERED = frozenset({"U1", "U2", "U3", "U4", "U5", "U6"})


@dataclass(frozen=True)
class Readings:
    """Codes are those of the return; letters of `new_home` are reasons for a new episode (RNE).

    Not verified in the DfE's technical specification: all of these. Our expected results were worked out with them.
    """

    # Three or more homes: which reasons begin another home. S, P, B: another carer. T, U: the same carer elsewhere.
    new_home: frozenset[str] = frozenset("SPB")
    # Hospital, respite and other temporary stays are no homes, and going back afterwards is no new one.
    temporary: frozenset[str] = frozenset({"T0", "T1", "T2", "T3", "T4"})
    # A stay that ends on the day it began lasted less than 24 hours and is no home.
    shortest_stay_days: int = 1
    # The years of NI 63, in months.
    long_in_care_months: int = 30
    settled_months: int = 24
    # Agreed short breaks: not care, in nearly every figure.
    short_breaks: frozenset[str] = frozenset({"V3", "V4"})
    # Gone abroad or deported: whether a home abroad is suitable is not asked.
    abroad: frozenset[str] = frozenset("GH")
    # Reasons for leaving care that are a way home: with parental responsibility (planned or not), or without.
    went_home: frozenset[str] = frozenset({"E4A", "E4B", "E13"})
    # Kinds of home. Secure homes (K1) and care homes (R1) are not counted as children's homes.
    family_homes: frozenset[str] = FOSTERED | {"P1"}
    childrens_homes: frozenset[str] = frozenset({"K2"})
    supported_homes: frozenset[str] = frozenset({"K3", "H5"})
    # Reviews in which the child took part: came and spoke, came with an advocate, came and showed, or sent their views.
    took_part: frozenset[str] = frozenset({"PN1", "PN2", "PN3", "PN5", "PN6"})
    under_four: frozenset[str] = frozenset({"PN0"})


ANY_MOVE = frozenset("SPBTU")  # the other reading of `new_home`: any change of placement
