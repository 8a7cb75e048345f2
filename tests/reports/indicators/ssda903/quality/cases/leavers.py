"""Rules about care leavers."""

from tests.reports.indicators.ssda903.quality.cases.case import one

LEFT = {"DEC": "10/09/2024", "REC": "E4A"}
EIGHTEEN = {"DOB": "10/09/2006"}  # on the day on which LEFT ends
CASES = [
    one("oc3 391 DOB", {"DOB": "01/04/2008"}, {"DOB": "31/03/2008"}),
    one("oc3 391 DOB", {"DOB": "31/03/2003"}, {"DOB": "01/04/2003"}),
    one("oc3 P5 DOB", {"DOB": None}, {}),
    *(one(f"oc3 153 {column}", {column: None}, {column: "0"}) for column in ("IN_TOUCH", "ACTIV", "ACCOM")),
    one("oc3 153 ACCOM", {"ACCOM": None}, {"ACCOM": None, "ACTIV": None, "IN_TOUCH": None}),
    *(one(f"oc3 345 {column}", {column: "0"}, {column: "0", "IN_TOUCH": "NO"}) for column in ("ACTIV", "ACCOM")),
    one("oc3 344 ACTIV", {"IN_TOUCH": "DIED"}, {"IN_TOUCH": "DIED", "ACTIV": "0", "ACCOM": "0"}),
    one("oc3 344 ACTIV", {"IN_TOUCH": "RHOM", "ACTIV": "0"}, {"IN_TOUCH": "RHOM", "ACTIV": "0", "ACCOM": "0"}),
    one("oc3 347 ACCOM", {"ACCOM": "T1", "DOB": "01/04/2007"}, {"ACCOM": "T1", "DOB": "31/03/2007"}),
    one("oc3 3001 ACCOM", {"ACCOM": "Z1", "DOB": "01/04/2007"}, {"ACCOM": "Z1", "DOB": "31/03/2007"}),
    one(
        "oc3 1000 CHILD",
        {},
        {},
        beside_found={"episodes": [LEFT | {"REC": "E2"}]},
        beside_passed={"episodes": [LEFT]},
    ),
    one(
        "oc3 1011 CHILD",
        {},
        {},
        beside_found={"episodes": [LEFT | {"REC": "E3"}]},
        beside_passed={"episodes": [LEFT]},
    ),
    one("oc3 1007 CHILD", EIGHTEEN, {"DOB": "10/09/2005"}, beside={"episodes": [{}]}),
    one("oc3 1007 CHILD", EIGHTEEN, EIGHTEEN, beside_found={"episodes": [{}]}, beside_passed={"episodes": [LEFT]}),
    one("oc3 1016 CHILD", {"DOB": "09/09/2006"}, EIGHTEEN, beside={"episodes": [LEFT]}),
    one("oc3 187 CHILD", {"DOB": "10/09/2004"}, EIGHTEEN, beside={"episodes": [{}]}),
    one("oc3 134 CHILD", {}, {"CHILD": "B"}, beside={"ad1": [{}]}),
]
