"""How long offers and what is not good enough are kept (corpparent.retention)."""

from corpparent.retention import keep


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    keep(
        "Offers", "What the council offered, and when, is what it is asked about. It says nothing of a child.", *OFFERS
    )
    keep("What was not good enough", "What was said and answered proves a duty, and belongs to its thing.", *SHORTFALLS)
    keep("How long things may take", "One row, which the council changes.", "pledges.PledgeSettings")


OFFERS = ("pledges.Offer",)
SHORTFALLS = ("pledges.Shortfall",)
