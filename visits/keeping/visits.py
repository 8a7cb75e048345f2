"""How long homes, the rota and reports of visits are kept (corpparent.retention)."""

from corpparent.retention import keep


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    keep(
        "Homes, and what inspectors found there",
        "What the council knew of a home, and when. No child is in it.",
        *HOMES,
    )
    keep("The rota of visits", "Which visits were wanted, who took them, and why some were not made.", *ROTA)
    keep(
        "Reports of visits and their points",
        "Inquiries ask for them decades later (Independent Inquiry into Child Sexual Abuse, 2022). No child is named.",
        *REPORTS,
    )
    keep(
        "Summaries of visits",
        "What members were told of a quarter, as it was issued, and who said that they have read it.",
        *SUMMARIES,
    )
    keep("How visits work here", "One row, which the council changes.", "visits.VisitSettings")


HOMES = ("visits.Home", "visits.HomePost", "visits.Inspection", "visits.IndependentVisit", "visits.CareReview")
ROTA = ("visits.RotaSlot", "visits.Turn", "visits.Conflict", "visits.CalendarFeed")
REPORTS = (
    "visits.Visit",
    "visits.Answer",
    "visits.VisitVersion",
    "visits.Point",
    "visits.Response",
)
SUMMARIES = ("visits.VisitSummary", "visits.SummaryReader")
