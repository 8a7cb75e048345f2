"""Layers of the parts: what a part hides stays hidden in the pack. Source: ISO 32000-1, 8.11."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


def merge(pack: Pdf, sources: Sequence[Pdf]) -> None:
    """Let the layers of `sources`, whose pages are in `pack`, be seen or hidden as they were."""
    groups: list[Object] = []
    hidden: list[Object] = []
    for source in sources:
        held = source.Root.get("/OCProperties")
        if isinstance(held, Dictionary):
            all_of, off = groups_of(held, "/OCGs"), hidden_of(held)
            groups += [pack.copy_foreign(one) for one in all_of]
            hidden += [pack.copy_foreign(one) for one in all_of if one.objgen in off]
    if groups:
        shown = Dictionary(Name=String("Layers"), Order=Array(groups), OFF=Array(hidden))
        pack.Root.OCProperties = Dictionary(OCGs=Array(groups), D=shown)


def groups_of(holder: Object | None, key: str) -> list[Object]:
    """The layers listed under `key`; one written in place is none."""
    held = holder.get(key) if isinstance(holder, Dictionary) else None
    several = list(held) if isinstance(held, Array) else []
    return [one for one in several if isinstance(one, Dictionary) and one.is_indirect]


def hidden_of(held: Object) -> set[tuple[int, int]]:
    """Which layers are hidden when the file is opened."""
    shown = held.get("/D")
    off = {one.objgen for one in groups_of(shown, "/OFF")}
    if isinstance(shown, Dictionary) and shown.get("/BaseState") == Name.OFF:
        on = {one.objgen for one in groups_of(shown, "/ON")}
        off |= {one.objgen for one in groups_of(held, "/OCGs")} - on
    return off
