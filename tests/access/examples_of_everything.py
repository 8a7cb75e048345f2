"""Whoever imports this has every example: each module registers its own."""

from tests.access import (
    examples_of_committees,
    examples_of_figures,
    examples_of_members,
    examples_of_pledges,
    examples_of_visits,
)

__all__ = [
    "examples_of_committees",
    "examples_of_figures",
    "examples_of_members",
    "examples_of_pledges",
    "examples_of_visits",
]
