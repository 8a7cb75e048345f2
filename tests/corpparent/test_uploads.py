import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile

from corpparent import uploads
from tests.factories.members import PersonFactory


@pytest.fixture
def post(rf, settings):
    """`post(size, user)`: a request that brings a file of so many bytes; 1,000 are the most."""
    settings.UPLOAD_MAX_BYTES = 1000

    def post(size, user=None):
        request = rf.post("/", {"kind": "a", "file": SimpleUploadedFile("a.csv", b"x" * size)})
        request.user = user or PersonFactory.build()
        return request

    return post


def test_too_large_body_keeps_its_fields_and_loses_its_file(post):
    request = post(5000)
    assert (request.POST["kind"], list(request.FILES)) == ("a", [])


def test_too_large_body_is_read_to_its_end(post):
    request = post(500_000)
    assert request.POST["kind"] == "a"
    assert request.environ["wsgi.input"].read() == b""


def test_file_of_a_stranger_is_not_kept(post):
    assert list(post(500, AnonymousUser()).FILES) == []


def test_file_under_the_limit_arrives_in_memory(post):
    file = post(500).FILES["file"]
    assert (file.size, hasattr(file, "temporary_file_path")) == (500, False)


def test_too_large_says_how_large_and_how_much_is_allowed(post):
    assert "up to 1000\xa0bytes" in uploads.too_large(post(5000))
    assert uploads.too_large(post(500)) == ""
