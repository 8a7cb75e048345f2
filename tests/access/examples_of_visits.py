"""Homes, the rota and reports of visits as they stand when somebody comes."""

from tests.access.examples import example, of
from tests.factories.visits import PointFactory, VisitFactory


@example("visits:visit-detail")
def report():
    return of(VisitFactory(sent=True))


@example("visits:point-answer", "visits:point-resolve", "visits:point-tell")
def point_of_a_report():
    return of(PointFactory())
