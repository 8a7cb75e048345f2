from reports.indicators.ssda903.measures import reviews
from reports.indicators.ssda903.measures.parts import Part
from tests.reports.indicators.ssda903.rows import born, care, child


def test_took_part_in_review():
    held = [("01/06/2024", f"PN{number}") for number in range(8)]
    rows = [
        child("C1", born(9), review=day, review_code=code)
        for day, code in [*held, ("01/06/2024", ""), ("31/03/2024", "PN1"), ("01/04/2025", "PN1")]
    ]

    assert reviews.took_part_in_review(care(reviews=rows)) == Part(5, 8)
