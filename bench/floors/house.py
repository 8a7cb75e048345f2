"""The second floor: one query on a persistent connection and the product's middleware, then `?bytes=` bytes."""

import os

from django.contrib.auth.decorators import login_not_required
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.floors.house_settings"


@login_not_required
def page(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM members_role ORDER BY id LIMIT 1")
        cursor.fetchone()
    return HttpResponse(b"x" * int(request.GET["bytes"]))


urlpatterns = [path("", page, name="floor")]
application = get_wsgi_application()
