"""Rules about the header, unaccompanied children, and one child in several modules."""

from tests.reports.indicators.ssda903.quality.cases.case import Case, one

NOT_IN_HEADER = ["ad1", "placed_adoption", "episodes", "missing", "oc2", "oc3", "prev_perm", "reviews", "uasc"]
OTHER_BIRTH = ["ad1", "placed_adoption", "missing", "oc2", "oc3", "prev_perm", "reviews", "uasc"]
ONLY_ONCE = {"ad1": 31, "oc2": 33, "oc3": 34, "prev_perm": 35, "uasc": 36}

HEADER = [
    one("header 101 SEX", {"SEX": None}, {"SEX": "U"}),
    one("header 102 DOB", {"DOB": None}, {"DOB": "31/03/2025"}),
    one("header 103 ETHNIC", {"ETHNIC": None}, {"ETHNIC": "NOBT"}),
    one("header 301 DOB", {"DOB": "01/04/2025"}, {"DOB": "31/03/2025"}),
    one("header 351 DOB", {"DOB": "01/04/1998"}, {"DOB": "02/04/1998"}),
    Case(
        "header P3 UPN",
        [{"UPN": "A123"}, {"UPN": "A123", "CHILD": "B"}],
        [{"UPN": "UN4"}, {"UPN": "UN4", "CHILD": "B"}],
        rows=(2, 3),
    ),
    Case(
        "header P3 UPN",
        [{"UPN": "A1"}, {"UPN": "A1", "CHILD": "B"}],
        [{"UPN": None}, {"UPN": None, "CHILD": "B"}],
        (2, 3),
    ),
    one("header EPI CHILD", {}, {"CHILD": "B"}, beside={"episodes": [{"CHILD": "B"}]}),
    one("header EPI CHILD", {}, {}, beside={"episodes": [{"CHILD": "B"}]}, beside_passed={"oc3": [{}]}),
    one("header EPI CHILD", {"DOB": "02/04/2006"}, {"DOB": "01/04/2006"}, beside={"episodes": [{"CHILD": "B"}]}),
]
UNACCOMPANIED = [
    one("uasc 304 DUC", {"DUC": "02/06/2030"}, {"DUC": "01/06/2030"}),
    one("uasc P4 DUC", {"DUC": "31/03/2024"}, {"DUC": "01/04/2024"}),
    one("uasc INT21 SEX", {"SEX": "M"}, {"SEX": "F"}, beside={"header": [{}]}),
]
ELSEWHERE = [
    *(
        one(f"{module} INT0{number} CHILD", {"CHILD": "B"}, {}, beside={"header": [{}]})
        for number, module in enumerate(NOT_IN_HEADER, 1)
    ),
    *(
        one(f"{module} INT1{number} DOB", {"DOB": "02/06/2012"}, {"DOB": "01/06/2012"}, beside={"header": [{}]})
        for number, module in enumerate(OTHER_BIRTH, 1)
    ),
    *(
        Case(f"{module} INT{number} CHILD", [{}, {"DOB": "02/06/2005"}], [{}, {"CHILD": "B"}], rows=(2, 3))
        for module, number in ONLY_ONCE.items()
    ),
]
CASES = HEADER + UNACCOMPANIED + ELSEWHERE
