"""Files that are named by their hash: what each app says of one. Asked by `verify_pack`."""

from collections.abc import Callable

Finder = Callable[[bytes], str]

FINDERS: list[Finder] = []


def register(find: Finder) -> None:
    """Add what an app says of the bytes of a file: a sentence, or "" for one that is not its own."""
    FINDERS.append(find)


def said_of(content: bytes) -> str:
    """The first sentence that an app has for the file; "" where none has."""
    return next((said for find in FINDERS if (said := find(content))), "")
