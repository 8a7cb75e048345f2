import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corpparent import uploads

HANDLERS = ["corpparent.uploads.RefuseTooLarge", "django.core.files.uploadhandler.TemporaryFileUploadHandler"]


@pytest.fixture
def post(rf, settings):
    """`post(size)`: a request that brings a file of so many bytes; 1,000 are the most."""
    settings.UPLOAD_MAX_BYTES = 1000
    settings.FILE_UPLOAD_HANDLERS = HANDLERS
    made = []

    def post(size):
        made.append(rf.post("/", {"kind": "a", "file": SimpleUploadedFile("a.csv", b"x" * size)}))
        return made[-1]

    yield post
    for request in made:
        request.close()


def test_too_large_body_keeps_its_fields_and_loses_its_file(post, settings):
    request = post(5000)
    assert (request.POST["kind"], list(request.FILES)) == ("a", [])
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_too_large_body_is_read_to_its_end(post):
    request = post(500_000)
    assert request.POST["kind"] == "a"
    assert request.environ["wsgi.input"].read() == b""


def test_file_under_the_limit_arrives(post):
    assert post(500).FILES["file"].size == 500


def test_too_large_says_how_large_and_how_much_is_allowed(post):
    assert "up to 1000\xa0bytes" in uploads.too_large(post(5000))
    assert uploads.too_large(post(500)) == ""
