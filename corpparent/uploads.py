"""How large a body may be. What is over the limit is read to its end and thrown away, so that a page can say so."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat


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
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size <= settings.UPLOAD_MAX_BYTES:
        return ""
    return (
        f"This file is {filesizeformat(size)}. The portal takes files of up to "
        f"{filesizeformat(settings.UPLOAD_MAX_BYTES)}: send the file for one kind of figure at a time."
    )
