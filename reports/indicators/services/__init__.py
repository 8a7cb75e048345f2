"""Every write that means something about figures."""

from reports.indicators.services.commentaries import answerable_for, answerable_in, write_commentary
from reports.indicators.services.definitions import DefinitionChanged, sync_registry
from reports.indicators.services.returns import confirm_return, preview_return, take_in_return, wipe_returns
from reports.indicators.services.taking import Taken, take_in
from reports.indicators.services.targets import hand_over_target, remove_target, set_target
from reports.indicators.services.uploads import AlreadyTakenIn, confirm, drop, read_upload, take_in_upload, upload

__all__ = [
    "AlreadyTakenIn",
    "DefinitionChanged",
    "Taken",
    "answerable_for",
    "answerable_in",
    "confirm",
    "confirm_return",
    "drop",
    "hand_over_target",
    "preview_return",
    "read_upload",
    "remove_target",
    "set_target",
    "sync_registry",
    "take_in",
    "take_in_return",
    "take_in_upload",
    "upload",
    "wipe_returns",
    "write_commentary",
]
