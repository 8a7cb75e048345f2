"""How long pledges, promises and tables that came with them are kept (corpparent.retention)."""

from corpparent.retention import Rule, keep, register
from corpparent.words import day
from pledges.services.imports import empty_tables, left_lying


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    register(TABLES)
    keep("Pledges and promises", "What the council promised in public, and who signed it.", *PROMISED)


PROMISED = ("pledges.Pledge", "pledges.Signature", "pledges.Promise", "pledges.Measure", "pledges.Commitment")

TABLES = Rule(
    kind="pledge-import",
    title="Tables of promises",
    basis="What was taken in stands in the pledge. The table is emptied; one that nobody took in is dropped.",
    months=3,
    covers=("pledges.PledgeImport",),
    find=left_lying,
    since="brought_at",
    wipe=empty_tables,
    held_by=("public_id", "pledge__public_id", "brought_by__public_id"),
    label=lambda table: f"A table brought on {day(table.brought_at)}",
)
