"""What must be done again and again, whether or not anybody asks: apps register it, beat calls it every 30 seconds."""

import logging
from collections.abc import Callable
from datetime import datetime

log = logging.getLogger(__name__)

Sweeper = Callable[[datetime], object]
SWEEPERS: list[Sweeper] = []


def register(sweeper: Sweeper) -> None:
    """Say what to call with the moment of the sweep; called in AppConfig.ready. Two at once must do no harm."""
    SWEEPERS.append(sweeper)


def sweep(at: datetime) -> None:
    """Call each; one that fails is logged, and the others are called all the same."""
    for sweeper in SWEEPERS:
        try:
            sweeper(at)
        except Exception:
            log.exception("The sweep “%s” failed; it is tried again with the next.", sweeper.__name__)
