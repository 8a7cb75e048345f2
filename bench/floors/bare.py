"""The first floor: a bare Django view that sends `?bytes=` bytes. No database, no middleware."""

from os import urandom

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY=urandom(20).hex(), MIDDLEWARE=[])


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"x" * int(request.GET["bytes"]))


urlpatterns = [path("", page)]
application = get_wsgi_application()
