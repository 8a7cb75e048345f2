"""Types of event this app writes."""

COUNCIL_SET_UP = "council-set-up"
PERSON_ADDED = "person-added"
PERSON_APPOINTED = "person-appointed"
APPOINTMENT_ENDED = "appointment-ended"
