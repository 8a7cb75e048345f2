"""What the administrator can do about a notice that did not arrive."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate

from corpparent import notices
from corpparent.models import Event, Notice
from members import rules
from members.events import NOTICE_RETRIED
from members.models import Person


@transaction.atomic
def retry_notice(*, notice: Notice, by: Person, at: datetime) -> Notice:
    """Put a notice that failed back into the outbox, with all its attempts before it. Raises NotAllowed."""
    rules.check_can_see_notices(by.standing_on(localdate(at)))
    notice = Notice.objects.select_for_update().get(pk=notice.pk)
    rules.check_can_retry(notice)
    notice.status, notice.ended_at, notice.due_at = Notice.Status.WAITING, None, at
    notice.attempts, notice.problem = 0, ""
    notice.save()
    transaction.on_commit(partial(notices.ask_to_send, at), robust=True)
    person = Person.objects.get(public_id=notice.person_id)
    Event.record(NOTICE_RETRIED, about=person.reference, by=by, at=at, details={"notice": str(notice.public_id)})
    return notice
