"""A link with which one person comes in for the first time, once."""

import hashlib
import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from corpparent.references import Reference
from members.models.person import Person


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, at: datetime) -> "InvitationQuerySet":
        """Neither used, nor withdrawn, nor run out at `at`."""
        return self.filter(used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at)


class Invitation(models.Model):
    """Only the hash of the secret is kept: who reads the database cannot come in with it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    secret_hash = models.CharField(max_length=64, unique=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_is_not_both_used_and_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation for {self.person}"

    @property
    def reference(self) -> Reference:
        return Reference("invitation", self.public_id, self.person.name)

    @staticmethod
    def hash_of(secret: str) -> str:
        """sha256 (hex) of the secret in the link, which is random and long enough to need no salt."""
        return hashlib.sha256(secret.encode()).hexdigest()
