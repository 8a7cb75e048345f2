"""What may happen to a worker or the broker while a pack is built, and it is complete in time, once."""

import time

import pytest
from django.utils import timezone

from corpparent.models import Event, Job, StoredFile
from reports.packs.models import Edition, Leaf, Pack
from tests.installation import wait_until

pytestmark = pytest.mark.drill

PROMISE = 120  # seconds from a worker being back to the pack being complete
SHORT_LEASE = "3"


@pytest.fixture(scope="module")
def installation(installations):
    installation = installations()
    installation.python("-m", "tests.drills.packs", "figures")
    return installation


@pytest.fixture(autouse=True)
def all_stopped_afterwards(installation):
    yield
    installation.stop_all()


class Drill:
    """The pack of one period, as the database of the installation has it."""

    def __init__(self, installation, database, period):
        self.installation, self.database, self.period = installation, database, period

    def ask(self):
        self.installation.python("-m", "tests.drills.packs", "ask", self.period)

    def rows(self, model, **where):
        return model.objects.using(self.database).filter(**where)

    @property
    def job(self):
        return self.rows(Job, key__endswith=f" {self.period}").get()

    @property
    def pack(self):
        return self.rows(Pack, period=self.period).get()

    def wait_half_way(self):
        """Wait until a step is done, and not the last."""
        job = wait_until(lambda: self.job.percent >= 20 and self.job, timeout=60, what="the pack is half-way")
        assert (job.status, job.percent < 100) == ("running", True)
        return job

    def wait_done(self, timeout=PROMISE):
        wait_until(lambda: self.job.status == "done", timeout=timeout, what="the pack is built")

    def counts(self):
        """(frozen, built, editions, pages of the twin): each once, whoever did it."""
        events = self.rows(Event, subject_id=self.pack.public_id)
        return (
            events.filter(type="pack-frozen").count(),
            events.filter(type="pack-built").count(),
            self.rows(Edition, pack=self.pack).count(),
            self.rows(Leaf, edition__pack=self.pack).count(),
        )

    def check_files(self):
        """Every edition's file is the one that its row names, to the last letter."""
        for edition in self.rows(Edition, pack=self.pack):
            path = self.installation.data_dir / "files" / str(edition.file.public_id)
            assert "is: Larchford, April" in self.installation.manage("verify_pack", str(path)).stdout


ONCE = (1, 1, 2, 28)


@pytest.fixture
def drill(installation, database_of):
    return lambda period: Drill(installation, database_of(installation), period)


def test_pack_whose_worker_is_killed_half_way_is_complete_in_time(installation, drill):
    drill = drill("2025-26")
    worker = installation.start_worker()
    drill.ask()
    drill.wait_half_way()
    worker.kill()
    assert drill.counts() == (1, 0, 0, 0)
    frozen = drill.pack.facts
    installation.start_beat()
    installation.start_worker()
    back_at = time.monotonic()
    drill.wait_done()
    print(f"Complete {time.monotonic() - back_at:.0f} seconds after a worker was back.")
    assert (drill.job.attempt, drill.counts()) == (2, ONCE)
    assert drill.pack.facts == frozen
    drill.check_files()


def test_pack_asked_for_before_redis_was_flushed_is_complete_in_time(installation, drill):
    drill = drill("2024-25")
    drill.ask()
    installation.redis.flush()
    assert drill.job.status == "waiting"
    installation.start_worker()
    drill.wait_done()
    assert (drill.job.attempt, drill.counts()) == (1, ONCE)


def test_frozen_worker_cannot_finish_a_pack_a_second_time(installation, drill):
    drill = drill("2023-24")
    frozen = installation.start_worker(JOB_LEASE_SECONDS=SHORT_LEASE)
    drill.ask()
    drill.wait_half_way()
    frozen.freeze()
    wait_until(lambda: drill.job.lease_until < timezone.now(), timeout=20, what="the lease runs out")
    installation.start_worker(JOB_LEASE_SECONDS=SHORT_LEASE)
    drill.wait_done()
    built = list(drill.rows(Edition, pack=drill.pack).values_list("sha256", flat=True))
    frozen.thaw()
    frozen.wait_for_line("attempt 1 let go")
    assert (drill.job.attempt, drill.counts()) == (2, ONCE)
    assert list(drill.rows(Edition, pack=drill.pack).values_list("sha256", flat=True)) == built
    stored = {str(file.public_id) for file in drill.rows(StoredFile)}
    assert {path.name for path in (installation.data_dir / "files").iterdir()} == stored
