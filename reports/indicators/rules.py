"""Who may bring figures in, and which way an import goes."""

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.indicators.models import Import
from reports.indicators.models.importing import IMPORTERS

Status = Import.Status

NEXT = {
    Status.UPLOADED: {Status.READING, Status.DROPPED},
    Status.READING: {Status.READY, Status.REFUSED, Status.DROPPED},
    Status.READY: {Status.TAKING, Status.DROPPED},
    Status.TAKING: {Status.DONE, Status.DROPPED},
    Status.DONE: set(),
    Status.DROPPED: set(),
    Status.REFUSED: set(),
}

REASONS = {
    Status.DONE: "This file has already been taken in.",
    Status.DROPPED: "This file was dropped. Upload it again if it is wanted after all.",
    Status.REFUSED: "This file was refused, so there is nothing to take in.",
    Status.TAKING: "This file is being taken in already.",
    Status.UPLOADED: "This file has not been read yet.",
    Status.READING: "This file is still being read.",
}


def check_can_import(who: Standing) -> None:
    """Figures are brought in by the performance officer; the administrator stands in."""
    if not who.has(*IMPORTERS):
        raise NotAllowed("Only a performance officer or the administrator can bring in figures.")


def check_can_confirm(who: Standing, file: Import) -> None:
    """A file is taken in once, after it was read and somebody looked at what it holds."""
    check_can_import(who)
    check_can_move(file, Status.TAKING)


def check_can_drop(who: Standing, file: Import) -> None:
    """A file can be dropped until taking it in has begun."""
    check_can_import(who)
    check_can_move(file, Status.DROPPED)


def check_can_move(file: Import, to: Import.Status) -> None:
    """Raises NotAllowed with the reason when `file` cannot go to `to` from where it is."""
    if to not in NEXT[Status(file.status)]:
        raise NotAllowed(REASONS[Status(file.status)])
