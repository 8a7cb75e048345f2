"""A file in DATA_DIR under a random name: its bytes are named by their hash, never by what people called them."""

import hashlib
import os
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import models, transaction


class StoredFile(models.Model):
    """Bytes on disk, written once. The row is made after the file is safely there."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="bytes")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def path(self) -> Path:
        return folder() / str(self.public_id)

    @classmethod
    def write(cls, chunks: Iterable[bytes]) -> "StoredFile":
        """Write `chunks` to a temporary name, fsync, rename; then make the row. Raises OSError on a full disk."""
        stored = cls(sha256="", size=0)
        temporary = stored.path.with_suffix(".part")
        digest = hashlib.sha256()
        try:
            with temporary.open("xb") as file:
                for chunk in chunks:
                    digest.update(chunk)
                    stored.size += len(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(stored.path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        stored.sha256 = digest.hexdigest()
        stored.save()
        return stored

    def remove(self) -> None:
        """Remove the row, and the bytes once that is committed."""
        path = self.path
        self.delete()
        transaction.on_commit(lambda: path.unlink(missing_ok=True))


def folder() -> Path:
    """Where stored files lie; made when missing."""
    path = Path(settings.DATA_DIR) / "files"
    path.mkdir(parents=True, exist_ok=True)
    return path
