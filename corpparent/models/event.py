"""The record: what was done, by whom, to what, when. Append-only and hash-chained (docs/adr/0002)."""

import hashlib
import json
import secrets
import uuid
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import models, transaction

from corpparent.references import Reference

GENESIS = "0" * 64


class Actor(Protocol):
    """Whoever an event can name: a Person. `public_id` is what the chain keeps, `name` goes to the private part."""

    public_id: uuid.UUID
    name: str


class ChainHead(models.Model):
    """The last link: one row, locked while a link is added, so that the chain cannot fork."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.number}:{self.hash[:8]}"

    @classmethod
    def locked(cls) -> "ChainHead":
        """The head, locked until the transaction ends. Take it last, so that others wait shortly."""
        head = cls.objects.select_for_update().filter(pk=1).first()
        if head is None:  # the first deed of all
            cls.objects.get_or_create(pk=1)
            head = cls.objects.select_for_update().get(pk=1)
        return head

    @classmethod
    def printed(cls) -> str:
        """The head as packs print it: `1042:ab12…` (number and whole hash)."""
        head = cls.objects.filter(pk=1).first() or cls()
        return f"{head.number}:{head.hash}"


class Event(models.Model):
    """One deed. The public part is chained as it stands; of the private part only a salted hash is chained, so that
    retention may blank names later and the chain still verifies. Rows are guarded by triggers in both databases.
    """

    number = models.PositiveBigIntegerField(unique=True)
    type = models.SlugField(max_length=60)
    actor_id = models.UUIDField(null=True, help_text="Person who did it; empty when the portal did")
    counts_for_id = models.UUIDField(null=True, db_index=False, help_text="Person whose duty it counts for")
    subject_kind = models.SlugField(max_length=40)
    subject_id = models.UUIDField()
    at = models.DateTimeField()
    details = models.JSONField(default=dict, help_text="Ids and counts only")
    private = models.JSONField(null=True, help_text="Names and labels; may be blanked by retention")
    salt = models.CharField(max_length=32, blank=True)
    private_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["counts_for_id", "type", "at"], name="event_counts_for"),
            models.Index(fields=["subject_id", "number"], name="event_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(private__isnull=True) & models.Q(salt="")) | models.Q(private__isnull=False),
                name="event_private_part_and_salt_are_blanked_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.type}"

    @classmethod
    def record(
        cls,
        type: str,
        *,
        about: Reference,
        by: Actor | None,
        at: datetime,
        counts_for: Actor | None = None,
        details: dict[str, Any] | None = None,
    ) -> "Event":
        """Add one link to the chain, inside the caller's transaction and as its last write.

        `details` holds public ids and counts only; names stand in the private part. Raises TransactionManagementError
        outside a transaction.
        """
        if not transaction.get_connection().in_atomic_block:
            raise transaction.TransactionManagementError("An event is recorded in the transaction of its deed.")
        private = {"by": by.name if by else "", "about": about.label}
        head = ChainHead.locked()
        event = cls(
            number=head.number + 1,
            type=type,
            actor_id=by.public_id if by else None,
            counts_for_id=(counts_for or by).public_id if counts_for or by else None,  # type: ignore[union-attr]
            subject_kind=about.kind,
            subject_id=about.public_id,
            at=at,
            details=details or {},
            private=private,
            salt=secrets.token_hex(16),
            previous=head.hash,
        )
        event.private_hash = hash_of_private(event.salt, private)
        event.hash = event.hash_of_public()
        event.save(force_insert=True)
        head.number, head.hash = event.number, event.hash
        head.save(update_fields=["number", "hash"])
        return event

    def hash_of_public(self) -> str:
        """sha256 (hex) over everything but the private part, which stands in by its own hash."""
        return sha256_of(
            {
                "number": self.number,
                "type": self.type,
                "actor": str(self.actor_id or ""),
                "counts_for": str(self.counts_for_id or ""),
                "subject": [self.subject_kind, str(self.subject_id)],
                "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "details": self.details,
                "private_hash": self.private_hash,
                "previous": self.previous,
            }
        )


def hash_of_private(salt: str, private: dict[str, Any]) -> str:
    """sha256 (hex) of salt and private part."""
    return sha256_of({"salt": salt, "private": private})


def sha256_of(value: dict[str, Any]) -> str:
    """sha256 (hex) of `value` as JSON with sorted keys and no spaces."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
