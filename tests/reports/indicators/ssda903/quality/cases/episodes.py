"""Rules about episodes: by themselves, in order, their placements, and ages."""

from tests.reports.indicators.ssda903.quality.cases.case import Case, one

ENDED = {"DEC": "10/09/2024", "REC": "X1"}
LEFT = {"DEC": "10/09/2024", "REC": "E4A"}
NEXT = {"DECOM": "10/09/2024", "RNE": "P", "PLACE": "K2"}
CUSTODY_AGE = {"header": [{"DOB": "01/05/2012"}]}
SCHOOL_AGE = {"header": [{"DOB": "01/05/2018"}]}
TEN = {"header": [{"DOB": "01/05/2012"}]}

BY_ITSELF = [
    one("episodes 141 DECOM", {"DECOM": None}, {"DECOM": "31/03/2025"}),
    one("episodes 143 RNE", {"RNE": None}, {"RNE": "S"}),
    one("episodes 144 LS", {"LS": None}, {"LS": "V2"}),
    one("episodes 145 CIN", {"CIN": None}, {"CIN": "N8"}),
    one("episodes 146 PLACE", {"PLACE": None}, {"PLACE": "K2"}),
    one("episodes 526 PLACE_PROVIDER", {"PLACE_PROVIDER": None}, {"PLACE": "T1", "PLACE_PROVIDER": None}),
    one("episodes 526 PLACE_PROVIDER", {"PLACE_PROVIDER": None}, {"PLACE": "Z12", "PLACE_PROVIDER": None}),
    one("episodes 550 PLACE_PROVIDER", {"PLACE_PROVIDER": "PR0"}, {"PLACE_PROVIDER": "PR0", "PLACE": "P1"}),
    one("episodes P13 PLACE_PROVIDER", {"PLACE": "P1"}, {"PLACE": "P1", "PLACE_PROVIDER": "PR0"}),
    one("episodes 148 DEC", {"REC": "X1"}, ENDED),
    one("episodes 148 REC", {"DEC": "10/09/2024"}, ENDED),
    one("episodes 353 DECOM", {"DECOM": "13/10/1991"}, {"DECOM": "14/10/1991"}),
    one("episodes 354 DECOM", {"DECOM": "01/04/2025"}, {"DECOM": "31/03/2025"}),
    one("episodes 355 DEC", ENDED | {"DECOM": "10/09/2024"}, ENDED | {"DECOM": "09/09/2024"}),
    one("episodes 356 DEC", ENDED | {"DECOM": "11/09/2024"}, ENDED | {"DECOM": "10/09/2024"}),
    one("episodes 385 DEC", {"DEC": "01/04/2025", "REC": "E4A"}, {"DEC": "31/03/2025", "REC": "E4A"}),
    one("episodes P1 DEC", {"DEC": "31/03/2024", "REC": "E4A"}, {"DEC": "01/04/2024", "REC": "E4A"}),
]
IN_ORDER = [
    Case("episodes 142 DEC", [{}, NEXT], [ENDED, NEXT]),
    Case("episodes 142 DEC", [{}, NEXT], [{}, NEXT | {"CHILD": "B"}]),
    Case("episodes 501 DECOM", [ENDED, NEXT | {"DECOM": "09/09/2024"}], [ENDED, NEXT], rows=(3,)),
    Case("episodes P2 DECOM", [ENDED, {"PLACE": "K2"}], [ENDED, {"PLACE": "K2", "CHILD": "B"}], rows=(3,)),
    Case("episodes 357 RNE", [NEXT], [ENDED, NEXT]),
    Case("episodes 357 RNE", [NEXT], [NEXT | {"DECOM": "31/03/2024"}]),
    Case("episodes 388 REC", [ENDED], [ENDED, NEXT]),
    Case("episodes 388 REC", [ENDED, {"DECOM": "11/09/2024"}], [LEFT, {"DECOM": "11/09/2024"}]),
    Case("episodes 431 RNE", [ENDED, NEXT | {"RNE": "S"}], [ENDED, NEXT], rows=(3,)),
    Case("episodes 432 RNE", [LEFT, NEXT], [LEFT, NEXT | {"RNE": "S"}], rows=(3,)),
    Case("episodes 433 DECOM", [ENDED, NEXT | {"DECOM": "11/09/2024"}], [ENDED, NEXT], rows=(3,)),
    Case("episodes 437 REC", [LEFT | {"REC": "E2"}, NEXT], [LEFT | {"REC": "E2"}]),
    Case("episodes 437 REC", [LEFT | {"REC": "E15"}, NEXT], [LEFT, NEXT]),
    Case(
        "episodes 434 RNE",
        [ENDED, NEXT | {"RNE": "L"}],
        [ENDED | {"LS": "C1", "PLACE": "K2"}, NEXT | {"RNE": "L"}],
        (3,),
    ),
    Case("episodes 434 RNE", [ENDED | {"PLACE": "K2"}, NEXT | {"RNE": "L"}], [ENDED, NEXT], (3,)),
    Case("episodes 435 RNE", [ENDED | {"PLACE": "K2"}, NEXT], [ENDED | {"PLACE": "K2", "URN": "SC1"}, NEXT], (3,)),
    Case("episodes 435 RNE", [ENDED | {"LS": "C1"}, NEXT | {"RNE": "T"}], [ENDED, NEXT | {"RNE": "T"}], (3,)),
    Case("episodes 436 RNE", [ENDED, NEXT | {"RNE": "B"}], [ENDED | {"LS": "C1"}, NEXT | {"RNE": "B"}], (3,)),
    Case(
        "episodes 436 RNE",
        [ENDED | {"LS": "C1"}, NEXT | {"RNE": "U", "PLACE": "U6"}],
        [ENDED | {"LS": "C1"}, NEXT | {"RNE": "U"}],
        (3,),
    ),
]
THERE_AND_BACK = {"DEC": "12/09/2024", "REC": "X1", "PLACE": "T0"}
BACK = {"DECOM": "12/09/2024", "RNE": "P"}
ADOPTED = {"DEC": "10/09/2024", "REC": "E12"}
PLACEMENTS = [
    one(
        "episodes 375 PLACE",
        {"PLACE": "T1", "DECOM": "01/06/2024", "DEC": "14/07/2024"},
        {"PLACE": "T1", "DECOM": "01/06/2024", "DEC": "13/07/2024"},
    ),
    one("episodes 376 PLACE", {"PLACE": "T3", "DECOM": "09/03/2025"}, {"PLACE": "T3", "DECOM": "10/03/2025"}),
    one("episodes 379 PLACE", {"PLACE": "T4", "DECOM": "23/03/2025"}, {"PLACE": "T4", "DECOM": "24/03/2025"}),
    one("episodes 380 PLACE", {"PLACE": "T0"}, {"PLACE": "T0", "RNE": "P"}),
    one("episodes 381 PLACE", LEFT | {"PLACE": "T0"}, ENDED | {"PLACE": "T0"}),
    Case(
        "episodes 383 PLACE",
        [ENDED, NEXT | THERE_AND_BACK, BACK | {"PLACE": "K2"}],
        [ENDED, NEXT | THERE_AND_BACK, BACK],
        (3,),
    ),
    Case(
        "episodes 336 PLACE",
        [ENDED | {"PLACE": "K2"}, NEXT | {"PLACE": "A5"}],
        [ENDED, NEXT | {"PLACE": "A5"}],
        (3,),
    ),
    one("episodes 390 PLACE", ADOPTED, ADOPTED | {"PLACE": "A6"}),
    one("episodes 408 LS", {"PLACE": "A5"}, {"PLACE": "A5", "LS": "E1"}),
    one("episodes 516 PLACE", LEFT | {"REC": "E45", "PLACE": "K2"}, LEFT | {"REC": "E45"}),
]
ON_BIRTHDAY = {"header": [{"DOB": "10/09/2006"}]}  # 18 on the day on which LEFT ends
DAY_BEFORE = {"header": [{"DOB": "11/09/2006"}]}  # still 17
AGES = [
    one("episodes 302 DECOM", {"DECOM": "31/05/2012"}, {"DECOM": "01/06/2012"}, beside={"header": [{}]}),
    one("episodes 352 DECOM", {"DECOM": "10/09/2024"}, {"DECOM": "09/09/2024"}, beside=ON_BIRTHDAY),
    one("episodes 359 DEC", LEFT | {"DEC": "11/09/2024"}, LEFT, beside=ON_BIRTHDAY),
    one("episodes 359 DEC", {}, {"LS": "V2", "PLACE": "K2"}, beside=ON_BIRTHDAY),
    one("episodes 359 DEC", {"LS": None}, LEFT, beside=ON_BIRTHDAY),
    one(
        "episodes 358 LS",
        {"LS": "J3", "DECOM": "31/05/2022"},
        {"LS": "J3", "DECOM": "01/06/2022"},
        beside={"header": [{}]},
    ),
    one(
        "episodes 371 PLACE",
        {"PLACE": "K3", "DECOM": "09/09/2022"},
        {"PLACE": "K3", "DECOM": "10/09/2022"},
        beside=ON_BIRTHDAY,
    ),
    one("episodes 372 PLACE", {"PLACE": "R5"}, {"PLACE": "R5", "DECOM": "01/06/2022"}, beside={"header": [{}]}),
    one(
        "episodes 373 PLACE",
        {"PLACE": "S1", "DECOM": "31/05/2016"},
        {"PLACE": "S1", "DECOM": "01/06/2016"},
        beside={"header": [{}]},
    ),
    one("episodes 386 REC", ADOPTED, ADOPTED, beside_found=ON_BIRTHDAY, beside_passed=DAY_BEFORE),
    one(
        "episodes 387 REC",
        LEFT | {"REC": "E5"},
        LEFT | {"REC": "E5"},
        beside_found={"header": [{}]},
        beside_passed=DAY_BEFORE,
    ),
    one(
        "episodes 389 REC",
        LEFT | {"REC": "E7"},
        LEFT | {"REC": "E7"},
        beside_found={"header": [{}]},
        beside_passed=DAY_BEFORE,
    ),
    one(
        "episodes 407 REC",
        LEFT | {"REC": "E48"},
        LEFT | {"REC": "E48"},
        beside_found=ON_BIRTHDAY,
        beside_passed=DAY_BEFORE,
    ),
    one(
        "episodes 460 REC",
        LEFT | {"REC": "E17"},
        LEFT | {"REC": "E17"},
        beside_found=DAY_BEFORE,
        beside_passed=ON_BIRTHDAY,
    ),
]
OTHER = [{"CHILD": "B"}]
LACKING = [
    one("episodes P6 CHILD", {}, {}, beside_found={"oc2": OTHER}, beside_passed={"oc2": [{}]}),
    one("episodes P6 CHILD", {}, {"DECOM": "02/04/2024"}, beside={"oc2": OTHER}),
    one("episodes 601 REC", ADOPTED, LEFT, beside={"ad1": OTHER}),
    one("episodes 601 REC", ADOPTED, ADOPTED, beside_found={"ad1": OTHER}, beside_passed={"ad1": [{}]}),
    one("episodes SW01STG1 CHILD", {}, LEFT, beside={"sw_episodes": OTHER}),
    one("episodes SW01STG1 CHILD", {}, {"LS": "V4"}, beside={"sw_episodes": OTHER}),
]
CASES = BY_ITSELF + IN_ORDER + PLACEMENTS + AGES + LACKING
