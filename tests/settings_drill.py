"""The portal's own settings and one more app, whose job can be held half-way (tests.drills.slow)."""

from corpparent.settings import *  # noqa: F403
from corpparent.settings import INSTALLED_APPS as THE_PORTALS

INSTALLED_APPS = [*THE_PORTALS, "tests.drills.slow"]
