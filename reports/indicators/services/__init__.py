"""Every write that means something about figures."""

from reports.indicators.services.definitions import DefinitionChanged, sync_registry
from reports.indicators.services.taking import Taken, take_in
from reports.indicators.services.uploads import AlreadyTakenIn, confirm, drop, read_upload, take_in_upload, upload

__all__ = [
    "AlreadyTakenIn",
    "DefinitionChanged",
    "Taken",
    "confirm",
    "drop",
    "read_upload",
    "sync_registry",
    "take_in",
    "take_in_upload",
    "upload",
]
