"""What one person wrote down that others found in homes, for their own copy. Homes by alias alone."""

from corpparent.words import day
from members.models import Person
from members.personal_data import Row
from visits.models import CareReview, IndependentVisit, Inspection


def findings(person: Person) -> list[Row]:
    """Inspections, independent visits and reviews of care, as they were written down. Three queries."""
    found = [
        one
        for model in (Inspection, IndependentVisit, CareReview)
        for one in model.objects.filter(recorded_by=person).select_related("home")  # type: ignore[attr-defined]
    ]
    found.sort(key=lambda one: one.recorded_at)
    return [{"What": str(one), "Home": one.home.alias, "Written down": day(one.recorded_at)} for one in found]
