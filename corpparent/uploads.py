"""How large a body may be. What is over the limit is read to its end and thrown away, so that a page can say so."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from corpparent.words import size

View = Callable[..., HttpResponse]


class RefuseUnwanted(FileUploadHandler):
    """First of FILE_UPLOAD_HANDLERS: of a stranger, or over the limit, no file is kept on any page.

    What is kept stays in memory, because a body may turn out to be about single children and must not touch the disk.
    The body is not cut off: a browser that cannot send to the end shows an error of its own instead of our page.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:
        user = getattr(self.request, "user", None)
        self.is_refused = content_length > settings.UPLOAD_MAX_BYTES or not (user and user.is_authenticated)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if self.is_refused:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def too_large(request: HttpRequest) -> str:
    """The sentence for a request whose body is over the limit; "" for any other."""
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    if sent <= settings.UPLOAD_MAX_BYTES:
        return ""
    return (
        f"This file is {size(sent)}. The portal takes files of up to {size(settings.UPLOAD_MAX_BYTES)}: "
        "send the file for one kind of figure at a time."
    )


class MemoryOnly(FileUploadHandler):
    """The one handler of a page whose files are about single children: each is kept in memory, or not at all.

    At most `each` bytes a file and `together` bytes a body; what is more is read to its end and thrown away. `refusal`
    is then the sentence; it names a file by its number, because a name may be a child's.
    """

    def __init__(self, request: HttpRequest, *, each: int, together: int) -> None:
        super().__init__(request)
        self.each, self.together = each, together
        self.number = 0
        self.refusal = ""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **kwargs: Any) -> None:
        if content_length > self.together:
            self.refusal = f"The files are {size(content_length)} together. {self.limits}"

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.number += 1
        self.kept: list[bytes] = []
        if self.refusal:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > self.each:
            self.kept = []
            self.refusal = f"File {self.number} is larger than {size(self.each)}. {self.limits}"
            raise SkipFile
        self.kept.append(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        file = BytesIO(b"".join(self.kept))
        self.kept = []
        return InMemoryUploadedFile(
            file, self.field_name, self.file_name, self.content_type, file_size, self.charset, self.content_type_extra
        )

    @property
    def limits(self) -> str:
        return f"The portal takes up to {size(self.each)} a file and {size(self.together)} together, unpacked."


def in_memory(*, each: int, together: int) -> Callable[[View], View]:
    """The files of a view never leave memory: MemoryOnly with these limits, in bytes, is its only handler.

    The check against forged forms reads the body, so it waits until the handler is in place.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.upload_handlers = [MemoryOnly(request, each=each, together=together)]
            return csrf_protect(view)(request, *args, **kwargs)

        return wrapper

    return decorate


def refusal(request: HttpRequest) -> str:
    """Why files of a page with `in_memory` were not kept; "" where all were. Known once the form has been read."""
    return next((one.refusal for one in request.upload_handlers if isinstance(one, MemoryOnly)), "")
