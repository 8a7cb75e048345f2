"""Who may bring figures in, and which way an import goes."""

from datetime import datetime, timedelta

from corpparent.rules import NotAllowed
from members.standing import Standing
from reports.indicators.models import Import
from reports.indicators.models.importing import IMPORTERS

Status = Import.Status

RETURN_WAITS = timedelta(hours=24)  # the sums of a return, for somebody to take them in

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


def check_can_set_targets(who: Standing) -> None:
    """Targets are set by the performance officer for the council; the administrator stands in."""
    if not who.has(*IMPORTERS):
        raise NotAllowed("Only a performance officer or the administrator can set a target.")


def check_can_comment(who: Standing, answerable_id: int | None) -> None:
    """What is said of a figure is said by whoever answers for it (a Person's key); a performance officer stands in."""
    if who.person_id != answerable_id and not who.has(*IMPORTERS):
        raise NotAllowed("Only the person who answers for this figure, or a performance officer, can write about it.")


def check_can_confirm(who: Standing, file: Import) -> None:
    """A file is taken in once, after it was read and somebody looked at what it holds."""
    check_can_import(who)
    check_can_move(file, Status.TAKING)


def check_can_confirm_return(who: Standing, file: Import, at: datetime) -> None:
    """The sums of a return are taken in within a day, or not at all. Source: issue 3."""
    check_can_confirm(who, file)
    if at - file.uploaded_at >= RETURN_WAITS:
        raise NotAllowed("More than 24 hours have passed since this return was read. Bring it again.")


def check_can_drop(who: Standing, file: Import) -> None:
    """A file can be dropped until taking it in has begun."""
    check_can_import(who)
    check_can_move(file, Status.DROPPED)


def check_can_move(file: Import, to: Import.Status) -> None:
    """Raises NotAllowed with the reason when `file` cannot go to `to` from where it is."""
    if to not in NEXT[Status(file.status)]:
        raise NotAllowed(REASONS[Status(file.status)])
