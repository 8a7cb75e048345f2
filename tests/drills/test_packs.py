"""The pack of the invented council is complete, once, whatever happens to the worker or the broker meanwhile."""

import time

import pytest

from corpparent.models import Event, Job, StoredFile
from reports.packs.models import Edition
from tests.installation import wait_until

pytestmark = pytest.mark.drill

PROMISE = 120  # seconds from a worker being back to the pack being complete


class Drill:
    """An installation of its own, with the figures taken in and the pack asked for; no worker is up."""

    def __init__(self, installation, database):
        self.installation, self.database = installation, database
        installation.python("-m", "tests.drills.ask_pack")

    @property
    def job(self):
        return Job.objects.using(self.database).get(kind="build-pack")

    def wait_half_way(self):
        wait_until(lambda: 20 <= self.job.percent < 100, timeout=60, what="the pack is half-way")

    def wait_complete(self):
        begun = time.monotonic()
        wait_until(lambda: self.job.status == "done", timeout=PROMISE, what="the pack is complete")
        print(f"Complete {time.monotonic() - begun:.0f} seconds after a worker was back.")

    def check_complete_once(self):
        """Both editions with their files, each deed recorded once, and nothing half-written left."""
        editions = Edition.objects.using(self.database)
        assert sorted(editions.values_list("audience", flat=True)) == sorted(Edition.Audience.values)
        events = Event.objects.using(self.database).filter(type__startswith="pack-").order_by("number")
        assert list(events.values_list("type", flat=True)) == ["pack-asked-for", "pack-frozen", "pack-built"]
        rows = {
            str(public_id) for public_id in StoredFile.objects.using(self.database).values_list("public_id", flat=True)
        }
        assert rows == {path.name for path in (self.installation.data_dir / "files").iterdir()}
        assert "The record is whole" in self.installation.manage("verify_record").stdout


@pytest.fixture
def drill(installations, database_of):
    installation = installations()
    yield Drill(installation, database_of(installation))
    installation.stop_all()


def test_worker_killed_half_way_through_a_pack(drill):
    worker = drill.installation.start_worker()
    drill.wait_half_way()
    worker.kill()
    assert (drill.job.status, drill.job.attempt) == ("running", 1)
    drill.installation.start_beat()
    drill.installation.start_worker()
    drill.wait_complete()
    assert drill.job.attempt == 2
    drill.check_complete_once()


def test_broker_flushed_between_request_and_start(drill):
    drill.installation.redis.flush()
    drill.installation.start_worker()
    drill.wait_complete()
    assert drill.job.attempt == 1
    drill.check_complete_once()
