"""An offer as somebody fills it in."""

GIVEN = {
    "title": "A first flat",
    "need": "housing",
    "from_age": 18,
    "to_age": 25,
    "for_whom": "Care leavers from 18 to 25",
    "what": "A flat of your own.",
    "how": "Ask your personal adviser.",
    "run_by": "Larchford Homes",
}
