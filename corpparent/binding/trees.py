"""Name trees and number trees, read as lists of pairs; and what may be one thing or a list of them."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

DEEP = 50


def pairs(tree: Object | None, leaf: str, depth: int = 0) -> Iterator[tuple[Object, Object]]:
    """Keys and values of a tree with leaves in `leaf` ("/Names" or "/Nums"). Raises ValueError where it is broken."""
    if tree is None:
        return
    if not isinstance(tree, Dictionary) or depth > DEEP:
        raise ValueError("not a tree")
    if leaf in tree:
        flat = list(tree[leaf])
        yield from zip(flat[::2], flat[1::2], strict=True)
    for kid in tree.get("/Kids", Array()):
        yield from pairs(kid, leaf, depth + 1)


def listed(held: Object | None) -> list[Object]:
    """What `held` holds: one thing, or several in an array. None is nothing."""
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]
