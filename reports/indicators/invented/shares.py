"""How the invented England fares: levels of its first year, and how far each moves in seven years.

Larchford has stories of its own, so that its pack has something to be proud of and something to answer for.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Share:
    """A share of a group: `level` in the first year, moving by `drift` to the last; `own` is Larchford's of both."""

    breakdown: str
    level: float
    drift: float = 0.0
    own: tuple[float, float] | None = None

    def of(self, progress: float, *, is_own: bool) -> float:
        """The share when `progress` (0 to 1) of the years is over."""
        level, drift = self.own if is_own and self.own else (self.level, self.drift)
        return level + drift * progress


@dataclass(frozen=True)
class Group:
    """Children or young people who are counted together: `size` is their share of the children in care."""

    filters: dict[str, str]
    size: float
    total: str
    shares: tuple[Share, ...]
    within: dict[str, str] = field(default_factory=dict)  # breakdown -> breakdown it is a share of, not of the total


POPULATION = {
    "Children looked after on 31 March each year": (66.0, 5.0),
    "Children starting to be looked after each year": (27.0, 1.0),
    "Children ceasing to be looked after each year": (26.0, 1.5),
}  # in every 10,000 children: first year, and how far it moves

STABILITY = (
    Group(
        {"cla_group": "CLA on 31 March"},
        1.0,
        "Total children",
        (Share("With 3 or more placements during the year", 0.10, 0.005, (0.095, 0.035)),),
    ),
    Group(
        {"cla_group": "CLA 2 years on 31 March"},
        0.55,
        "Total children",
        (Share("With 3 or more placements during the previous 2 years", 0.21, 0.02, (0.2, 0.05)),),
    ),
    Group(
        {
            "cla_group": "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
        },
        0.37,
        "Total children",
        (Share("Living with the same carer for at least 2 years", 0.69, -0.01, (0.70, -0.09)),),
    ),
)

HEALTH = (
    Group(
        {"characteristic": "Development assessments: Children looked after ages 0 to 4 years"},
        0.1,
        "Total ages 0 to 4 years",
        (Share("Development assessments up to date", 0.88, 0.01),),
    ),
    Group(
        {"characteristic": "Convictions: Children looked after Ages 10 to 17 years"},
        0.48,
        "Total ages 10 to 17 years",
        (
            Share(
                "Convicted or subject to youth cautions, or youth conditional cautions during the year",
                0.032,
                -0.012,
                (0.05, -0.03),
            ),
        ),
    ),
    Group(
        {"characteristic": "Health assessments: Children looked after all ages"},
        0.7,
        "Total all ages",
        (
            Share("Had their annual health assessment", 0.9, 0.01, (0.86, 0.07)),
            Share("Had their immunisations up to date", 0.86, -0.03, (0.88, 0.02)),
            Share("Had their teeth checked by a dentist", 0.78, 0.03, (0.62, 0.22)),
        ),
    ),
    Group(
        {"characteristic": "Ages 5 to 16 years with SDQ score"},
        0.5,
        "Total ages 5 to 16 years",
        (
            Share("SDQ score was received", 0.79, -0.02, (0.74, 0.1)),
            Share("SDQ score is a cause for concern", 0.38, 0.03, (0.41, 0.05)),
            Share("SDQ score is borderline", 0.13),
            Share("SDQ score is normal", 0.49, -0.03, (0.46, -0.05)),
        ),
        within={
            "SDQ score is a cause for concern": "SDQ score was received",
            "SDQ score is borderline": "SDQ score was received",
            "SDQ score is normal": "SDQ score was received",
        },
    ),
    Group(
        {"characteristic": "Substance misuse: Children looked after all ages"},
        0.7,
        "Total all ages",
        (
            Share("Identified as having a substance misuse problem", 0.035),
            Share("Received an intervention for their substance misuse problem", 0.45),
            Share("Offered intervention but refused it", 0.36),
        ),
        within={
            "Received an intervention for their substance misuse problem": (
                "Identified as having a substance misuse problem"
            ),
            "Offered intervention but refused it": "Identified as having a substance misuse problem",
        },
    ),
)

AGES = {"17 to 18 years": 0.2, "19 to 21 years": 0.42}

HOMES = (
    Share("Accommodation considered suitable", 0.88, 0.01, (0.86, 0.06)),
    Share("Accommodation considered unsuitable", 0.06),
    Share("No information", 0.06, -0.01, (0.08, -0.06)),
)

# Each is a share of the whole; the three totals below are sums of them.
ACTIVITY = (
    Share("Higher education i.e. studies beyond A level", 0.06, 0.005),
    Share("Education other than higher education", 0.26, 0.0, (0.27, -0.04)),
    Share("In an apprenticeship", 0.03, 0.005, (0.03, 0.02)),
    Share("In training or employment (excl. apprenticeship)", 0.19, 0.01, (0.18, -0.02)),
    Share("Not in education, training or employment, owing to illness or disability", 0.12),
    Share("Not in education, training or employment, owing to other reasons", 0.2, 0.0, (0.19, 0.03)),
    Share("Not in education, training or employment, owing to pregnancy or parenting", 0.05),
    Share("Total information not known", 0.09, -0.01),
)

ACTIVITY_SUMS = {
    "In training or employment": (2, 3),
    "Total in education, employment or training": (0, 1, 2, 3),
    "Total not in education, employment or training": (4, 5, 6),
}

STAGES = {
    "1. Average time between entry into care and decision that child should be placed for adoption": 9,
    "2. Average time between decision that child should be placed for adoption and matching of child and adopters": 8,
    "3. Average time between date of matching and date placed for adoption": 1,
    "4. Total average time between entry into care and date placed for adoption": 18,
    "5. Average time between date placed for adoption and the date child adopted": 9,
    "6. Total average time between entry into care and adoption": 27,
}  # months in the first year
