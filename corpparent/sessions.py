"""Sessions in the database, as Django keeps them; but that each page's question for one is not written anew."""

from types import SimpleNamespace

from django.apps import apps
from django.contrib.sessions.backends import db
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from corpparent.prepared import Later, Prepared


def running() -> QuerySet:
    """(data,) of the session with a key that has not run out."""
    sessions = apps.get_model("sessions", "Session").objects
    key, now = Later("key", models.CharField()), Later("now", models.DateTimeField())
    return sessions.filter(session_key=key, expire_date__gt=now).values_list("session_data")


RUNNING = Prepared(running)


class SessionStore(db.SessionStore):
    """Named by SESSION_ENGINE."""

    def _get_session_from_db(self) -> SimpleNamespace | None:
        """What `load` decodes; None, and no key any more, for a session that is not there. One query."""
        found = RUNNING.rows(key=self.session_key, now=timezone.now())
        if found:
            return SimpleNamespace(session_data=found[0][0])
        self._session_key = None
        return None
