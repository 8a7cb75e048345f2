"""Prints what a dump of the database shows only encoded: sessions (with their messages) and the cache."""

import base64

import django

django.setup()

from django.contrib.sessions.models import Session  # noqa: E402
from django.db import connection  # noqa: E402

for session in Session.objects.all():
    print(session.get_decoded())
with connection.cursor() as cursor:
    cursor.execute("SELECT cache_key, value FROM cache")
    for key, value in cursor.fetchall():
        print(key, base64.b64decode(value))
