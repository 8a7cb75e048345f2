from visits.models.home import CareReview, Home, HomePost, IndependentVisit, Inspection
from visits.models.point import Point, Response
from visits.models.rota import CalendarFeed, Conflict, RotaSlot, Turn
from visits.models.settings import VisitSettings
from visits.models.summary import SummaryReader, VisitSummary
from visits.models.visit import Answer, Visit, VisitVersion

__all__ = [
    "Answer",
    "CalendarFeed",
    "CareReview",
    "Conflict",
    "Home",
    "HomePost",
    "IndependentVisit",
    "Inspection",
    "Point",
    "Response",
    "RotaSlot",
    "SummaryReader",
    "Turn",
    "Visit",
    "VisitSettings",
    "VisitSummary",
    "VisitVersion",
]
