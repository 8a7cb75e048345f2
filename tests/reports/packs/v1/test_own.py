"""What a part says of the council's own figures."""

import pytest

from reports.packs.v1.own import stand


@pytest.mark.parametrize(
    ("met", "judged", "said"),
    [
        (1, 1, "the one figure is on target"),
        (0, 1, "the one figure is not on target"),
        (2, 2, "both figures are on target"),
        (5, 5, "all five figures are on target"),
        (0, 4, "none of four figures is on target"),
        (1, 4, "one of four figures is on target"),
        (3, 4, "three of four figures are on target"),
    ],
)
def test_lead_says_how_many_are_on_target(met, judged, said):
    assert stand(met, judged) == said
