"""What the services of the invented council hold ready, published and last confirmed some time ago."""

import tomllib
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from members.invented.days import morning_of
from members.models import Role
from pledges import services
from pledges.invented.people import DIRECTOR, PARTICIPATION_OFFICER, somebody

FILE = Path(__file__).with_name("offers.toml")
CONFIRMS = "childrens-services-manager"


def hold_ready() -> None:
    """Written by the participation officer, published by the Director on the day it was last confirmed."""
    for fields in tomllib.loads(FILE.read_text())["offers"]:
        confirmed = timezone.localdate() - timedelta(days=fields.pop("confirmed_days_ago"))
        offer = services.add_offer(
            owner_role=Role.objects.get(slug=CONFIRMS),
            by=somebody(PARTICIPATION_OFFICER),
            at=morning_of(confirmed - timedelta(days=10)),
            **fields,
        )
        services.publish_offer(offer=offer, by=somebody(DIRECTOR), at=morning_of(confirmed))
