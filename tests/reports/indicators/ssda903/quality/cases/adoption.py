"""Rules about adoption and the decision before it."""

from tests.reports.indicators.ssda903.quality.cases.case import Case, one

ANSWERS = ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
ADOPTED = {"DEC": "10/09/2024", "REC": "E12", "PLACE": "A6"}
LEFT = {"DEC": "10/09/2024", "REC": "E4A"}
LATE_START = {"episodes": [ADOPTED | {"DECOM": "01/06/2024"}]}
PLACED = {"episodes": [ADOPTED | {"DECOM": "01/07/2024"}]}
CASES = [
    one("ad1 602 CHILD", {}, {}, beside_found={"episodes": [LEFT]}, beside_passed={"episodes": [ADOPTED]}),
    one("ad1 602 CHILD", {"CHILD": "B"}, {}, beside={"episodes": [ADOPTED]}),
    *(one(f"ad1 151 {column}", {column: None}, dict.fromkeys(ANSWERS)) for column in ANSWERS),
    one("ad1 333 DATE_INT", {"DATE_INT": "02/07/2024"}, {"DATE_INT": "01/07/2024"}),
    one("ad1 P7 DATE_MATCH", {"DATE_MATCH": "01/04/2025"}, {"DATE_MATCH": "31/03/2025"}),
    one("ad1 334 DATE_INT", {"DATE_INT": "31/05/2024"}, {"DATE_INT": "01/06/2024"}, beside=LATE_START),
    one("ad1 331 DATE_MATCH", {"DATE_MATCH": "02/07/2024"}, {"DATE_MATCH": "01/07/2024"}, beside=PLACED),
    one("ad1 582 DATE_MATCH", {"DATE_MATCH": "10/09/2024"}, {"DATE_MATCH": "09/09/2024"}, beside=PLACED),
    one("ad1 335 FOSTER_CARE", {"FOSTER_CARE": "1"}, {"FOSTER_CARE": "0"}, beside=PLACED),
    Case(
        "ad1 335 FOSTER_CARE",
        [{"FOSTER_CARE": "0"}],
        [{"FOSTER_CARE": "1"}],
        beside={"episodes": [ADOPTED | {"PLACE": "A5"}]},
    ),
    one("ad1 187 CHILD", {}, {}, beside_found={"episodes": [{}]}, beside_passed={"episodes": [ADOPTED]}),
    one(
        "placed_adoption 119 DATE_PLACED_CEASED",
        {"DATE_PLACED_CEASED": "01/07/2024"},
        {"DATE_PLACED_CEASED": "01/07/2024", "REASON_PLACED_CEASED": "RD1"},
    ),
    one("placed_adoption 119 DATE_PLACED_CEASED", {"REASON_PLACED_CEASED": "RD1"}, {}),
    one("placed_adoption 184 DATE_PLACED", {"DATE_PLACED": "31/05/2012"}, {"DATE_PLACED": "01/06/2012"}),
    one(
        "placed_adoption 522 DATE_PLACED_CEASED",
        {"DATE_PLACED_CEASED": "31/05/2024"},
        {"DATE_PLACED_CEASED": "01/06/2024"},
    ),
]
