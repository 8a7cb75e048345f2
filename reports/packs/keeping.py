"""How long packs are kept (corpparent.retention)."""

from corpparent.retention import keep


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    keep(
        "Packs and their editions",
        "They show what was known on their day, drafts too: the database itself refuses to change or delete them.",
        "packs.Pack",
        "packs.Section",
        "packs.Edition",
        "packs.Leaf",
    )
