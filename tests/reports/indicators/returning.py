"""What the tests of the statutory return share."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.returns import small_return

PAGE = "/figures/returns/new/"
RETURN = small_return()


def send(client, files=RETURN, **changes):
    """Post the form as a browser does: `whole` last. None leaves a field out."""
    chosen = [SimpleUploadedFile(name, data) for name, data in files]
    form = {"year": "2025", "status": "provisional", "tables": chosen, "whole": "yes"} | changes
    return client.post(PAGE, {name: value for name, value in form.items() if value is not None}, follow=True)


def html(answer):
    assert answer.status_code == 200
    return answer.content.decode()
