"""Ask for a slow job in a process of its own, as a web worker would: `python -m tests.drills.ask KEY`."""

import sys
import uuid

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from corpparent import jobs  # noqa: E402
from corpparent.references import Reference  # noqa: E402

with transaction.atomic():
    subject = Reference("council", uuid.uuid4(), "")
    jobs.ask(kind="slow-job", key=sys.argv[1], subject=subject, by_id=None, at=timezone.now())
