"""One child in several modules: known to the header, born on one day, and returned once.

Reading itself makes one row a child of the header, and names the rows that contradicted each other (INT32).
"""

import polars as pl

from reports.indicators.ssda903.quality.rule import Rule, rule

SUBJECT = "The same child elsewhere"
NOT_IN_HEADER = {
    "ad1": "INT01",
    "placed_adoption": "INT02",
    "episodes": "INT03",
    "missing": "INT04",
    "oc2": "INT05",
    "oc3": "INT06",
    "prev_perm": "INT07",
    "reviews": "INT08",
    "uasc": "INT09",
}
OTHER_BIRTH = {
    "ad1": "INT11",
    "placed_adoption": "INT12",
    "missing": "INT13",
    "oc2": "INT14",
    "oc3": "INT15",
    "prev_perm": "INT16",
    "reviews": "INT17",
    "uasc": "INT18",
}
ONLY_ONCE = {
    "ad1": "INT31",
    "oc2": "INT33",
    "oc3": "INT34",
    "prev_perm": "INT35",
    "uasc": "INT36",
}
FEEDS_BY_HEADER = ("episodes", "uasc")
FEEDS_BY_BIRTH = ("oc2", "oc3", "reviews")


def not_in_header(module: str, code: str) -> Rule:
    message = "The child is not in the header. Add the child there, or mend the id."
    weighs = module in FEEDS_BY_HEADER
    return rule(SUBJECT, module, code, "CHILD", message, weighs=weighs, needs=("header",))(lambda: ~pl.col("in_header"))


def other_birth(module: str, code: str) -> Rule:
    message = "The date of birth is not the one in the header. Mend one of the two."
    weighs = module in FEEDS_BY_BIRTH
    return rule(SUBJECT, module, code, "DOB", message, weighs=weighs, needs=("header",))(
        lambda: pl.col("DOB") != pl.col("header_DOB")
    )


def only_once(module: str, code: str) -> Rule:
    message = "The child has more than one row here, and they differ. Keep the one that is right."
    return rule(SUBJECT, module, code, "CHILD", message)(
        lambda: pl.col("CHILD").is_not_null() & pl.col("CHILD").is_duplicated()
    )


@rule(
    SUBJECT,
    "uasc",
    "INT21",
    "SEX",
    "The sex is not the one in the header. Mend one of the two.",
    weighs=False,
    needs=("header",),
)
def other_sex() -> pl.Expr:
    return pl.col("SEX") != pl.col("header_SEX")


RULES = [
    *(not_in_header(module, code) for module, code in NOT_IN_HEADER.items()),
    *(other_birth(module, code) for module, code in OTHER_BIRTH.items()),
    *(only_once(module, code) for module, code in ONLY_ONCE.items()),
    other_sex,
]
