"""What every answer carries, and the health page, which must not cost a session."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import sync_only_middleware

View = Callable[[HttpRequest], HttpResponse]


class HealthMiddleware:
    """`/health/` answers before sessions and people: 200 when the database answers, 503 when it does not."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != "/health/":
            return self.get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return HttpResponse("The database does not answer.", status=503, content_type="text/plain")
        return HttpResponse("ok", content_type="text/plain")


@sync_only_middleware
def headers(get_response: View) -> View:
    """Headers that neither Django nor django-csp sets; a view may say its own Cache-Control."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        return response

    return middleware
