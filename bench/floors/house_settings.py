"""The product's settings, its middleware among them, with one page instead of its own."""

from corpparent.settings import *  # noqa: F403

ROOT_URLCONF = "bench.floors.house"
