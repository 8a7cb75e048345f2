"""Rules about health and behaviour."""

from tests.reports.indicators.ssda903.quality.cases.case import one

IN_COHORT = {"episodes": [{}]}
CAME_LATER = {"episodes": [{"DECOM": "02/04/2024"}]}
NO_ANSWERS = dict.fromkeys(
    ("CONVICTED", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "SDQ_SCORE")
)
NO_SCORE = {"SDQ_SCORE": None}
CASES = [
    one("oc2 190 CHILD", NO_SCORE, NO_SCORE, beside_found=CAME_LATER, beside_passed=IN_COHORT),
    one("oc2 190 CHILD", NO_SCORE, NO_ANSWERS, beside=CAME_LATER),
    one("oc2 190 CHILD", {"CHILD": "B"}, {}, beside=IN_COHORT),
    one("oc2 185 SDQ_SCORE", {}, NO_SCORE, beside=CAME_LATER),
    one("oc2 185 SDQ_SCORE", {}, {}, beside_found=CAME_LATER, beside_passed=IN_COHORT),
    *(
        one(f"oc2 191 {column}", {column: None}, {column: "0"}, beside=IN_COHORT)
        for column in ("HEALTH_ASSESSMENT", "TEETH_CHECK", "IMMUNISATIONS", "SUBSTANCE_MISUSE")
    ),
    one(
        "oc2 191 TEETH_CHECK",
        {"TEETH_CHECK": None},
        {"TEETH_CHECK": None},
        beside_found=IN_COHORT,
        beside_passed=CAME_LATER,
    ),
    one("oc2 543 CONVICTED", {"CONVICTED": None}, {"CONVICTED": None, "DOB": "01/04/2015"}, beside=IN_COHORT),
    one(
        "oc2 545 HEALTH_CHECK",
        {"DOB": "01/04/2020"},
        {"DOB": "31/03/2020"},
        beside=IN_COHORT,
    ),
    one("oc2 186 SDQ_SCORE", NO_SCORE, NO_SCORE | {"SDQ_REASON": "SDQ2"}, beside=IN_COHORT),
    one("oc2 186 SDQ_SCORE", NO_SCORE | {"DOB": "01/04/2020"}, NO_SCORE | {"DOB": "02/04/2020"}, beside=IN_COHORT),
    one("oc2 186 SDQ_SCORE", NO_SCORE | {"DOB": "01/04/2008"}, NO_SCORE | {"DOB": "31/03/2008"}, beside=IN_COHORT),
    one("oc2 P5 DOB", {"DOB": None}, {}),
    one("oc2 542 CONVICTED", {"DOB": "01/04/2015"}, {"DOB": "31/03/2015"}),
    one("oc2 546 HEALTH_CHECK", {"HEALTH_CHECK": "1", "DOB": "31/03/2020"}, {"HEALTH_CHECK": "1", "DOB": "01/04/2020"}),
    one("oc2 180 SDQ_SCORE", {"SDQ_SCORE": 41}, {"SDQ_SCORE": 40}),
    one("oc2 180 SDQ_SCORE", {"SDQ_SCORE": -1}, {"SDQ_SCORE": 0}),
    one("oc2 157 SDQ_REASON", {"SDQ_REASON": "SDQ1"}, {"SDQ_REASON": "SDQ1", "DOB": "31/03/2008"}),
    one("oc2 188 SDQ_SCORE", {"DOB": "01/04/2021"}, {"DOB": "31/03/2021"}),
    one("oc2 188 SDQ_SCORE", NO_SCORE | {"DOB": "01/04/2021", "SDQ_REASON": "SDQ1"}, NO_SCORE | {"DOB": "01/04/2021"}),
    one("oc2 189 SDQ_SCORE", {"DOB": "01/04/2007"}, {"DOB": "02/04/2007"}),
    one("oc2 197a SDQ_REASON", {"SDQ_REASON": "SDQ2"}, {"SDQ_REASON": "SDQ2", "SDQ_SCORE": None}),
    one(
        "oc2 158 INTERVENTION_OFFERED",
        {"SUBSTANCE_MISUSE": "1", "INTERVENTION_RECEIVED": "1", "INTERVENTION_OFFERED": "0"},
        {"SUBSTANCE_MISUSE": "1", "INTERVENTION_RECEIVED": "1"},
    ),
    one(
        "oc2 159 INTERVENTION_OFFERED",
        {"SUBSTANCE_MISUSE": "1", "INTERVENTION_RECEIVED": "0"},
        {"SUBSTANCE_MISUSE": "1", "INTERVENTION_RECEIVED": "0", "INTERVENTION_OFFERED": "1"},
    ),
    one("oc2 192 INTERVENTION_RECEIVED", {"SUBSTANCE_MISUSE": "1"}, {"SUBSTANCE_MISUSE": "0"}),
    one(
        "oc2 193 SUBSTANCE_MISUSE",
        {"INTERVENTION_RECEIVED": "1"},
        {"INTERVENTION_RECEIVED": "1", "SUBSTANCE_MISUSE": "1"},
    ),
    one(
        "oc2 193 SUBSTANCE_MISUSE", {"SUBSTANCE_MISUSE": None, "INTERVENTION_OFFERED": "1"}, {"SUBSTANCE_MISUSE": None}
    ),
]
