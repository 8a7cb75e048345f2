"""The tables ("modules") a return is made of, each known by the set of its columns, whatever its file is called.

Source: the DfE's guide to the SSDA903 collection; column sets as the field's validator has them for 2022/23 to 2026/27.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Module:
    """`columns` in the usual order; `dates` are those of them that hold days."""

    key: str
    label: str
    columns: tuple[str, ...]
    dates: frozenset[str]


def module(key: str, label: str, columns: str, dates: str) -> Module:
    """A module from words parted by spaces."""
    return Module(key, label, tuple(columns.split()), frozenset(dates.split()))


OC2_COLUMNS = (
    "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
    "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED"
)
EPISODE_COLUMNS = "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN"
AD1_COLUMNS = "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"
PLACED_COLUMNS = "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"

MODULES: dict[str, Module] = {
    each.key: each
    for each in (
        module("header", "Header", "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB", "DOB MC_DOB"),
        module("episodes", "Episodes", EPISODE_COLUMNS, "DECOM DEC"),
        module("reviews", "Reviews", "CHILD DOB REVIEW REVIEW_CODE", "DOB REVIEW"),
        module("uasc", "UASC", "CHILD SEX DOB DUC", "DOB DUC"),
        module("oc2", "OC2", OC2_COLUMNS, "DOB"),
        module("oc3", "OC3", "CHILD DOB IN_TOUCH ACTIV ACCOM", "DOB"),
        module("ad1", "AD1", AD1_COLUMNS, "DOB DATE_INT DATE_MATCH"),
        module("placed_adoption", "Placed for adoption", PLACED_COLUMNS, "DOB DATE_PLACED DATE_PLACED_CEASED"),
        module("prev_perm", "Previous permanence", "CHILD DOB PREV_PERM LA_PERM DATE_PERM", "DOB"),
        module("missing", "Missing", "CHILD DOB MISSING MIS_START MIS_END", "DOB MIS_START MIS_END"),
        module("sw_episodes", "Social workers", "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON", "DOB SW_DECOM SW_DEC"),
        module("dolo", "Deprivation of liberty", "CHILD DOB DOLO_START DOLO_END", "DOB DOLO_START DOLO_END"),
    )
}
