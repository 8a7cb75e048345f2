"""What stands at an address when somebody comes: arguments by the address's name, made with what they point to."""

from collections.abc import Callable
from typing import Any

from django.db import models

Arguments = dict[str, Any]
EXAMPLES: dict[str, Callable[[], Arguments]] = {}


def example(*names: str):
    """Registers a function that makes what the addresses called `names` point to and returns their arguments."""

    def register(make: Callable[[], Arguments]) -> Callable[[], Arguments]:
        EXAMPLES.update(dict.fromkeys(names, make))
        return make

    return register


def arguments_of(name: str) -> Arguments:
    """Arguments of the address called `name`, and the things that they point to; none when it takes none."""
    return EXAMPLES.get(name, dict)()


def of(thing: models.Model) -> Arguments:
    return {"public_id": thing.public_id}
