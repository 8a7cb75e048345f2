"""How long what was said of promises is kept (corpparent.retention)."""

from corpparent.retention import keep


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    keep("Progress of promises, and its evidence", "What was said of a promise stays as it was said.", *SAID)


SAID = ("pledges.Progress", "pledges.Evidence")
