"""One request of one visitor, of which nothing stays."""

from urllib.parse import urlencode

from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.test import RequestFactory

FORM = "application/x-www-form-urlencoded"


def ask(handler, cookies, method, path, data=None):
    """The answer, and afterwards everything is as before: the deed undone, the visitor signed in.

    `data`: the fields of a form that is sent. Straight to the handler: Django's own client keeps a copy of every
    template's context, which takes longer than the page.
    """
    request = RequestFactory(HTTP_COOKIE=cookies.output(header="", sep=";")).generic(method, path, *encoded(data))
    request._dont_enforce_csrf_checks = True
    with transaction.atomic():
        answer = handler.get_response(request)
        # As Django's own client does: the end of a request would close the test's connection.
        request_finished.disconnect(close_old_connections)
        answer.close()
        request_finished.connect(close_old_connections)
        transaction.set_rollback(True)
    return answer


def encoded(data):
    return [urlencode(data, doseq=True), FORM] if data is not None else []
