"""Rules about reviews, missing and away, and social workers."""

from tests.reports.indicators.ssda903.quality.cases.case import Case, one

LEFT = {"DEC": "10/09/2024", "REC": "E4A"}
IN_CARE = {"episodes": [{}]}
LEFT_CARE = {"episodes": [LEFT]}
AGAIN = {"MIS_START": "05/07/2024", "MIS_END": "06/07/2024"}
NEXT = {"SW_ID": "SW2", "SW_DECOM": "10/09/2024"}
REVIEWS = [
    one("reviews 166 REVIEW", {"REVIEW": None}, {}),
    one("reviews 167 REVIEW_CODE", {"REVIEW_CODE": None}, {}),
    one(
        "reviews 440 REVIEW_CODE",
        {"REVIEW_CODE": "PN0", "DOB": "10/09/2020"},
        {"REVIEW_CODE": "PN0", "DOB": "11/09/2020"},
    ),
    one("reviews 441 REVIEW_CODE", {"DOB": "11/09/2020"}, {"DOB": "10/09/2020"}),
    one("reviews P8 REVIEW", {"REVIEW": "01/04/2025"}, {"REVIEW": "31/03/2025"}),
    one("reviews P9 REVIEW", {"REVIEW": "31/03/2024"}, {"REVIEW": "01/04/2024"}),
    Case("reviews P10 REVIEW", [{}, {"REVIEW_CODE": "PN2"}], [{}, {"CHILD": "B"}], rows=(3,)),
    one("reviews P11 REVIEW", {"REVIEW": "11/09/2024"}, {"REVIEW": "10/09/2024"}, beside=LEFT_CARE),
    one("reviews P11 REVIEW", {"REVIEW": "30/04/2022"}, {"REVIEW": "01/05/2022"}, beside=IN_CARE),
    one("reviews P11 REVIEW", {"CHILD": "B"}, {}, beside=IN_CARE),
    one("reviews 399 REVIEW", {}, {}, beside_found={"episodes": [{"LS": "V4"}]}, beside_passed=IN_CARE),
    one("reviews 399 REVIEW", {}, {"REVIEW": "11/09/2024"}, beside={"episodes": [LEFT | {"LS": "V4"}]}),
]
MISSING = [
    one("missing 564 MIS_START", {"MIS_START": None}, {}),
    one("missing 565 MISSING", {"MISSING": None}, {"MISSING": "A"}),
    one("missing 566 MISSING", {"MISSING": None, "MIS_START": None}, {"MISSING": None, "MIS_END": None}),
    one("missing 567 MIS_END", {"MIS_END": "30/06/2024"}, {"MIS_END": "01/07/2024"}),
    one("missing 570 MIS_START", {"MIS_START": "01/04/2025"}, {"MIS_START": "31/03/2025"}),
    one("missing 571 MIS_END", {"MIS_END": "01/04/2025"}, {"MIS_END": "31/03/2025"}),
    one("missing 571 MIS_END", {"MIS_END": "31/03/2024"}, {"MIS_END": "01/04/2024"}),
    Case("missing 574 MIS_START", [{"MIS_END": None}, AGAIN], [{}, AGAIN], rows=(3,)),
    Case("missing 574 MIS_START", [{"MIS_END": "06/07/2024"}, AGAIN], [{"MIS_END": "05/07/2024"}, AGAIN], rows=(3,)),
    one("missing 586 MIS_START", {"DOB": "02/07/2024"}, {"DOB": "01/07/2024"}),
    one("missing 577 MIS_END", {"MIS_END": None}, {}, beside=LEFT_CARE),
    one("missing 577 MIS_END", {"MIS_END": None}, {"MIS_END": None}, beside_found=LEFT_CARE, beside_passed=IN_CARE),
    one("missing 578 MIS_START", {"MIS_START": "11/09/2024"}, {"MIS_START": "10/09/2024"}, beside=LEFT_CARE),
    one("missing 581 MIS_START", {"MIS_START": "30/04/2022"}, {"MIS_START": "01/05/2022"}, beside=IN_CARE),
]
WORKERS = [
    *(one(f"sw_episodes SW03STG1 {column}", {column: None}, {}) for column in ("SW_ID", "SW_DECOM", "SW_REASON")),
    one("sw_episodes SW02STG1 SW_ID", {"SW_ID": "1SW"}, {"SW_ID": "XX1"}),
    one("sw_episodes SW06STG2 SW_DECOM", {"SW_DECOM": "01/04/2025"}, {"SW_DECOM": "31/03/2025"}),
    one("sw_episodes SW07STG2 SW_DEC", {"SW_DEC": "01/04/2025"}, {"SW_DEC": "31/03/2025"}),
    one("sw_episodes SW07STG2 SW_DEC", {"SW_DEC": "31/03/2024"}, {"SW_DEC": "01/04/2024"}),
    one("sw_episodes SW09STG2 SW_DEC", {"SW_DEC": "01/05/2022"}, {"SW_DEC": "02/05/2022"}),
    one("sw_episodes P12 SW_DEC", {"SW_DEC": "30/04/2022"}, {"SW_DEC": "01/05/2022"}),
    Case("sw_episodes SW108STG2 SW_DEC", [{}, NEXT], [{"SW_DEC": "10/09/2024"}, NEXT]),
    Case(
        "sw_episodes SW10STG2 SW_DECOM", [{"SW_DEC": "11/09/2024"}, NEXT], [{"SW_DEC": "10/09/2024"}, NEXT], rows=(3,)
    ),
    Case(
        "sw_episodes SW11STG2 SW_DEC",
        [{"SW_DEC": "10/09/2024"}],
        [{"SW_DEC": "10/09/2024"}, NEXT],
        beside=IN_CARE,
    ),
    one(
        "sw_episodes SW11STG2 SW_DEC",
        {"SW_DEC": "10/09/2024"},
        {"SW_DEC": "10/09/2024"},
        beside_found=IN_CARE,
        beside_passed=LEFT_CARE,
    ),
]
CASES = REVIEWS + MISSING + WORKERS
