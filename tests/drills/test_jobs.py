"""What may happen to workers and to the broker, and every job still ends once. Real processes, killed for real."""

import pytest
from django.utils import timezone

from corpparent.models import Event, Job
from tests.drills.slow.apps import RESULT, begun, let_go
from tests.installation import wait_until

pytestmark = pytest.mark.drill

PROMISE = 120  # seconds from a worker being back to the job being done
SHORT_LEASE = {"JOB_LEASE_SECONDS": "3"}


@pytest.fixture(scope="module")
def installation(installations):
    return installations(settings="tests.settings_drill")


@pytest.fixture(autouse=True)
def all_stopped_afterwards(installation):
    yield
    installation.stop_all()


class Drill:
    """One job with a key of its own, asked for by a process as the web server would."""

    def __init__(self, installation, database, key):
        self.installation, self.database, self.key = installation, database, key

    def ask(self):
        self.installation.python("-m", "tests.drills.ask", self.key)

    @property
    def job(self):
        return Job.objects.using(self.database).get(key=self.key)

    @property
    def results(self):
        events = Event.objects.using(self.database)
        return events.filter(type=RESULT, subject_id=self.job.subject_id).count()

    def wait_half_way(self, attempt=1):
        file = begun(self.installation.data_dir, self.key, attempt)
        wait_until(file.exists, timeout=PROMISE, what=f"attempt {attempt} is half-way")

    def wait_lease_over(self):
        wait_until(lambda: self.job.lease_until < timezone.now(), timeout=20, what="the lease runs out")

    def let_go(self):
        let_go(self.installation.data_dir, self.key).touch()

    def wait_done(self, timeout=PROMISE):
        wait_until(lambda: self.job.status == "done", timeout=timeout, what="the job is done")


@pytest.fixture
def drill(installation, database_of, request):
    name = request.node.name.removeprefix("test_").replace("_", "-")[:60]
    return Drill(installation, database_of(installation), name)


def test_job_is_done_by_a_worker_that_is_up(installation, drill):
    installation.start_worker()
    drill.let_go()
    drill.ask()
    drill.wait_done(timeout=20)
    assert (drill.job.attempt, drill.results) == (1, 1)


def test_killed_workers_job_is_done_by_the_next_worker_at_its_start(drill):
    kill_half_way_and_come_back(drill)


def test_killed_workers_job_is_done_on_the_embedded_default(installations, database_of):
    embedded = installations(settings="tests.settings_drill", embedded=True)
    try:
        kill_half_way_and_come_back(Drill(embedded, database_of(embedded), "embedded"))
    finally:
        embedded.stop_all()


def kill_half_way_and_come_back(drill):
    """With a short lease; that of production is drilled with a real pack."""
    worker = drill.installation.start_worker(**SHORT_LEASE)
    drill.ask()
    drill.wait_half_way()
    worker.kill()
    drill.let_go()
    drill.wait_lease_over()
    drill.installation.start_worker(**SHORT_LEASE)
    drill.wait_done(timeout=20)
    assert (drill.job.attempt, drill.results) == (2, 1)


def test_flushed_broker_between_request_and_start_loses_nothing(installation, drill):
    drill.let_go()
    drill.ask()
    installation.redis.flush()
    assert drill.job.status == "waiting"
    installation.start_worker()
    drill.wait_done()
    assert (drill.job.attempt, drill.results) == (1, 1)


def test_message_lost_under_a_running_worker_is_made_good_by_the_sweep(installation, drill):
    worker = installation.start_worker()
    worker.freeze()
    drill.let_go()
    drill.ask()
    installation.redis.flush()
    worker.thaw()
    installation.start_beat()
    drill.wait_done()
    assert (drill.job.attempt, drill.results) == (1, 1)


def test_broker_gone_and_back_under_a_running_worker(installation, drill):
    installation.start_worker()
    installation.redis.stop()
    drill.let_go()
    drill.ask()
    assert drill.job.status == "waiting"
    installation.redis.start()
    installation.start_beat()
    drill.wait_done()
    assert (drill.job.attempt, drill.results) == (1, 1)


def test_frozen_worker_cannot_finish_a_second_time(installation, drill):
    frozen = installation.start_worker(**SHORT_LEASE)
    drill.ask()
    drill.wait_half_way()
    frozen.freeze()
    drill.wait_lease_over()
    installation.start_worker(**SHORT_LEASE)
    drill.wait_half_way(attempt=2)
    drill.let_go()
    drill.wait_done()
    frozen.thaw()
    frozen.wait_for_line("attempt 1 let go")
    assert (drill.job.attempt, drill.job.message, drill.results) == (2, "Done by attempt 2.", 1)
