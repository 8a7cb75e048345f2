"""The same form sent twice: the second press waits for the first, and then finds what it did."""

from members.models import Person


def wait_for(by: Person | None) -> None:
    """Hold the row of `by` until the end of the transaction, so that two presses of one person come one by one."""
    if by:
        Person.objects.select_for_update(of=("self",)).get(pk=by.pk)
