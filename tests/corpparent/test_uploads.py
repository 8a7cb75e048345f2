import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

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


@pytest.fixture
def post_in_memory(rf):
    """`post_in_memory(*sizes)`: a request to a page whose files stay in memory, 1,000 bytes each and 2,000 together."""

    def post(*sizes):
        files = [SimpleUploadedFile(f"{size}.csv", b"x" * size) for size in sizes]
        request = rf.post("/", {"before": "a", "files": files, "after": "b"})
        request._dont_enforce_csrf_checks = True
        uploads.in_memory(each=1000, together=2000)(lambda request: HttpResponse(request.POST["after"]))(request)
        return request

    return post


def test_in_memory_keeps_every_file_in_memory(post_in_memory):
    request = post_in_memory(500, 0, 600)
    files = request.FILES.getlist("files")
    assert [(file.name, file.read()) for file in files] == [
        ("500.csv", b"x" * 500),
        ("0.csv", b""),
        ("600.csv", b"x" * 600),
    ]
    assert not any(hasattr(file, "temporary_file_path") for file in files)
    assert uploads.refusal(request) == ""


def test_in_memory_loses_a_file_that_is_too_large_and_names_it_by_number(post_in_memory):
    request = post_in_memory(100, 1001, 100)
    assert uploads.refusal(request).startswith("File 2 is larger than 1000\xa0bytes. The portal takes up to")
    assert [file.size for file in request.FILES.getlist("files")] == [100]
    assert (request.POST["before"], request.POST["after"]) == ("a", "b")


def test_in_memory_keeps_no_file_of_a_body_that_is_too_large(post_in_memory):
    request = post_in_memory(900, 900, 900)
    assert "together" in uploads.refusal(request)
    assert (request.FILES.getlist("files"), request.POST["after"]) == ([], "b")


@pytest.mark.django_db
def test_in_memory_still_asks_for_the_token(rf):
    request = rf.post("/", {"a": "b"})
    view = uploads.in_memory(each=1000, together=2000)(lambda request: HttpResponse("in"))
    assert view(request).status_code == 403


def test_refusal_of_any_other_page_is_empty(post):
    assert uploads.refusal(post(500)) == ""
