"""Which types of event this installation can write at all."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


def recorded_types() -> frozenset[str]:
    """Types that the `events` modules of the installed apps declare."""
    return frozenset().union(*(types_of(config.name) for config in apps.get_app_configs()))


@cache
def types_of(app: str) -> frozenset[str]:
    """Types that `app` (its full name) declares; none when it has no such module."""
    name = f"{app}.events"
    return frozenset(declared(name)) if find_spec(name) else frozenset()


def declared(module: str) -> Iterator[str]:
    """Values of the module's constants."""
    for name, value in vars(import_module(module)).items():
        if name.isupper() and isinstance(value, str):
            yield value
