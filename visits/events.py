"""Types of event this app writes."""

POINT_ANSWERED = "point-answered"
POINT_RESOLVED = "point-resolved"
POINT_TOLD = "point-told"
ANSWERS_LATE = "answers-late"
