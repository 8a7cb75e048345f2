import errno
import hashlib

import pytest

from corpparent.models import StoredFile
from tests.factories.corpparent import StoredFileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(data_dir):
    """What lies in the folder of stored files."""
    return lambda: sorted(path.name for path in (data_dir / "files").iterdir())


def a_full_disk():
    yield b"half"
    raise OSError(errno.ENOSPC, "No space left on device")


def test_write_keeps_bytes_size_and_hash():
    stored = StoredFile.write([b"one ", b"two"])
    assert stored.path.read_bytes() == b"one two"
    assert (stored.size, stored.sha256) == (7, hashlib.sha256(b"one two").hexdigest())
    assert StoredFile.objects.get() == stored


def test_write_names_the_file_by_nothing_a_person_said(files):
    stored = StoredFileFactory()
    assert files() == [str(stored.public_id)]


def test_write_shows_only_a_temporary_name_until_it_is_whole(files):
    seen = []

    def chunks():
        yield b"half"
        seen.extend(files())
        yield b"whole"

    stored = StoredFile.write(chunks())
    assert seen == [f"{stored.public_id}.part"]


def test_write_on_a_full_disk_leaves_nothing(files):
    with pytest.raises(OSError, match="No space left"):
        StoredFile.write(a_full_disk())
    assert files() == []
    assert not StoredFile.objects.exists()


def test_remove_takes_row_and_file(files, django_capture_on_commit_callbacks):
    stored = StoredFileFactory()
    with django_capture_on_commit_callbacks() as on_commit:
        stored.remove()
    assert not StoredFile.objects.exists()
    assert stored.path.exists()
    for callback in on_commit:
        callback()
    assert files() == []
