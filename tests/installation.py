"""The portal as it runs: its own database, broker and folder, and the processes that a service manager would start."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
POLL = 0.1  # seconds


def wait_until(condition, *, timeout, what):
    """Return the first true answer of `condition()`; fail with `what` after `timeout` seconds."""
    ends = time.monotonic() + timeout
    while time.monotonic() < ends:
        if answer := condition():
            return answer
        time.sleep(POLL)
    raise AssertionError(f"Not within {timeout} seconds: {what}.")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Process:
    """A process and its children, in a group of their own, so that a signal reaches all of them."""

    def __init__(self, name, command, *, environment, folder):
        self.name = name
        self.log = folder / f"{name}-{time.monotonic_ns()}.log"
        with self.log.open("wb") as log:
            self.popen = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def wait_for_line(self, text, timeout=60):
        """Wait until the process has printed `text`; what it printed instead is in the failure."""
        try:
            wait_until(lambda: text in self.log.read_text(), timeout=timeout, what=f"{self.name} says “{text}”")
        except AssertionError as late:
            raise AssertionError(f"{late}\n{self.log.read_text()}") from None
        return self

    def signal(self, number):
        with suppress(ProcessLookupError):
            os.killpg(self.popen.pid, number)

    def freeze(self):
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.signal(signal.SIGCONT)

    def kill(self):
        """Kill -9, frozen or not."""
        self.signal(signal.SIGKILL)
        self.popen.wait()


class Installation:
    """One installation. Start what a test needs; `close` leaves no process behind."""

    def __init__(self, folder, *, database_url="", broker_url="", settings="corpparent.settings"):
        self.folder = folder
        self.port = free_port()
        self.base_url = f"http://localhost:{self.port}"
        self.processes = []
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME", "LANG", "USER") if name in os.environ},
            "DJANGO_SETTINGS_MODULE": settings,
            "DATA_DIR": str(folder / "data"),
            "SECRET_KEY": "only-for-tests-and-long-enough-to-be-taken-for-a-real-one",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "BASE_URL": self.base_url,
            "EMAIL_URL": "consolemail://",
            "PYTHONUNBUFFERED": "1",
        }
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        if broker_url:
            self.environment["CELERY_BROKER_URL"] = broker_url

    @property
    def data_dir(self):
        return Path(self.environment["DATA_DIR"])

    def manage(self, *arguments, check=True, **more):
        """Run a management command to its end; `stdout` and `stderr` of the result are text."""
        return self.python("manage.py", *arguments, check=check, **more)

    def python(self, *arguments, check=True, **more):
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment | more,
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def start(self, name, *arguments, **more):
        environment = self.environment | more
        process = Process(name, [sys.executable, *arguments], environment=environment, folder=self.folder)
        self.processes.append(process)
        return process

    def start_worker(self, **more):
        """One worker with one child, ready for work; `more` is environment, such as JOB_LEASE_SECONDS="3"."""
        options = ["--concurrency=1", "--loglevel=INFO"]
        worker = self.start("worker", "-m", "celery", "-A", "corpparent", "worker", *options, **more)
        return worker.wait_for_line(" ready.")

    def start_beat(self):
        return self.start("beat", "-m", "celery", "-A", "corpparent", "beat").wait_for_line("beat: Starting...")

    def start_web(self):
        """gunicorn on `base_url`, with the static files as they are now."""
        # Our style sheets are only the source of static/build/portal.css.
        self.manage("collectstatic", "--noinput", "--verbosity=0", "--ignore=css")
        # Threads, since a browser opens connections on which it says nothing, and a worker of one would wait for them.
        options = [f"--bind=127.0.0.1:{self.port}", "--workers=2", "--threads=4", "--no-control-socket"]
        server = self.start("web", "-m", "gunicorn", "corpparent.wsgi", *options)
        wait_until(self.is_healthy, timeout=60, what=f"the health page answers\n{server.log.read_text()}")
        return server

    def is_healthy(self):
        server = http.client.HTTPConnection("localhost", self.port, timeout=5)
        try:
            server.request("GET", "/health/")
            return server.getresponse().status == 200
        except OSError:
            return False
        finally:
            server.close()

    def stop_all(self):
        for process in self.processes:
            process.kill()
        self.processes.clear()

    def close(self):
        self.stop_all()
        shutil.rmtree(self.folder, ignore_errors=True)


class Redis:
    """A Redis of one's own, which a drill may flush or stop."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self):
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        command = ["redis-server", *options, "--dir", str(self.folder)]
        self.process = Process("redis", command, environment=dict(os.environ), folder=self.folder)
        self.process.wait_for_line("Ready to accept connections")

    def flush(self):
        """Everything in the broker is lost."""
        subprocess.run(["redis-cli", "-p", str(self.port), "FLUSHALL"], check=True, capture_output=True)

    def stop(self):
        self.process.kill()

    close = stop
