"""Nothing of a single child is left anywhere: after success, after refusal, after the server was killed in between."""

import contextlib
import http.cookiejar
import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from corpparent.models import Job
from reports.indicators.models import Import, Observation
from tests.browser import STEP
from tests.factories.returns import CANARIES, small_return, table
from tests.installation import wait_until

pytestmark = pytest.mark.drill

PAGE = "/figures/returns/new/"
BOUNDARY = "b0undary"
LARGE = 16 * 1024 * 1024  # bytes; more than the kernel holds between two processes


class Browser:
    """Somebody signed in, by plain requests."""

    step = None  # of the code that was entered last

    def __init__(self, portal, email, password, secret):
        self.portal = portal
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        sign_in = "/account/sign-in/"
        form = {"csrfmiddlewaretoken": self.token(sign_in), "login": email, "password": password}
        self.open(sign_in, urllib.parse.urlencode(form).encode())
        self.enter_code(secret)

    def enter_code(self, secret):
        """The portal takes a code once: where the last one is still shown, wait for the next."""
        page = self.address
        form = {"csrfmiddlewaretoken": self.token(page)}
        wait_until(lambda: int(time.time()) // STEP != Browser.step, timeout=STEP + 5, what="the app shows a new code")
        Browser.step = int(time.time()) // STEP
        form["code"] = format_hotp_value(hotp_value(secret, Browser.step))
        self.open(page, urllib.parse.urlencode(form).encode())

    def open(self, path, data=None, kind="application/x-www-form-urlencoded"):
        """The page as text, after redirects; one that refuses is a page too."""
        request = urllib.request.Request(self.portal.base_url + path, data, {"Content-Type": kind})  # noqa: S310
        try:
            with self.opener.open(request, timeout=60) as answer:
                self.address = urllib.parse.urlsplit(answer.url).path
                return answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.read().decode()

    def token(self, path):
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.open(path))[1]

    def body(self, files, year):
        """The form as a browser sends it."""
        fields = [("csrfmiddlewaretoken", "", self.token(PAGE).encode()), ("year", "", str(year).encode())]
        fields += [("status", "", b"provisional"), *(("tables", *file) for file in files), ("whole", "", b"yes")]
        parts = []
        for name, file, data in fields:
            of_file = f'; filename="{file}"' if file else ""
            parts += [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{of_file}\r\n\r\n'.encode()]
            parts += [data, b"\r\n"]
        return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])

    def send(self, files, year=2025):
        return self.open(PAGE, self.body(files, year), f"multipart/form-data; boundary={BOUNDARY}")

    def press(self, path):
        """A button that posts to `path`."""
        return self.open(path, urllib.parse.urlencode({"csrfmiddlewaretoken": self.token(self.address)}).encode())

    def send_part(self, files, part, year=2025):
        """Send the first `part` (0 to 1) of a return, and leave the connection open; the open socket."""
        body = self.body(files, year)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies)
        head = (
            f"POST {PAGE} HTTP/1.1\r\nHost: localhost:{self.portal.port}\r\nCookie: {cookies}\r\n"
            f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        connection = socket.create_connection(("localhost", self.portal.port), timeout=60)
        connection.sendall(head.encode() + body[: int(len(body) * part)])
        return connection


class Search:
    """Looks for the marks wherever the portal could have left them."""

    def __init__(self, installation):
        self.installation = installation
        self.url = installation.environment["DATABASE_URL"]

    def places(self):
        """(name, bytes) of everything there is."""
        yield "database", run("pg_dump", self.url)
        yield "sessions and cache", self.installation.python("-m", "tests.drills.decoded").stdout.encode()
        yield "queue", self.redis_dump()
        yield "record", self.installation.manage("verify_record").stdout.encode()
        # The folder holds DATA_DIR, the temporary folder, the logs (with the mail that is printed) and Redis's dump.
        for path in (path for path in self.installation.folder.rglob("*") if path.is_file()):
            data = path.read_bytes()
            yield str(path), data
            if data.startswith(b"%PDF"):
                yield f"words of {path}", run("pdftotext", str(path), "-")

    def redis_dump(self):
        """Everything in Redis, uncompressed."""
        port = str(self.installation.redis.port)
        run("redis-cli", "-p", port, "CONFIG", "SET", "rdbcompression", "no")
        run("redis-cli", "-p", port, "SAVE")
        return (self.installation.folder / "dump.rdb").read_bytes()

    def check_nothing_is_left(self):
        searched = 0
        for name, data in self.places():
            searched += len(data)
            assert [canary for canary in CANARIES if canary.encode() in data] == [], name
        assert searched > 100_000  # there was something to search


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def large_return():
    """The small one, its episodes so often that it takes a while to arrive."""
    files = dict(small_return())
    heading, row = files["episodes.csv"].splitlines(keepends=True)
    return [*files.items(), ("more.csv", heading + row * (LARGE // len(row)))]


def temporary_files():
    """Names in the machine's own temporary folder, where a careless server would spool an upload."""
    return set(os.listdir(tempfile.gettempdir()))


@pytest.fixture(scope="module")
def portal(installations):
    installation = installations()
    folder = installation.folder / "temporary"
    folder.mkdir()
    installation.environment["TMPDIR"] = str(folder)
    installation.start_worker()
    installation.start_beat()
    installation.web = installation.start_web()
    installation.officer = installation.python("-m", "tests.drills.officer").stdout.split()[-3:]
    yield installation
    installation.stop_all()


@pytest.fixture
def browser(portal):
    return Browser(portal, *portal.officer)


@pytest.fixture
def search(portal):
    return Search(portal)


def test_marks_would_be_found(portal, search):
    """The search itself: a mark in a file, and in the log, is seen."""
    path = Path(portal.data_dir) / "careless"
    path.write_bytes(table([{"CHILD": CANARIES[0]}]))
    with pytest.raises(AssertionError, match="careless"):
        search.check_nothing_is_left()
    path.unlink()


def test_success_leaves_nothing(portal, browser, search, database_of):
    database = database_of(portal)
    assert "Take in these figures?" in browser.send(small_return())
    assert "taken in" in browser.press(f"{browser.address}confirm/")
    assert Observation.objects.using(database).filter(origin="own", source_import__kind="return").exists()
    portal.python("-m", "tests.drills.packs", "ask", "2024-25")
    jobs = Job.objects.using(database).filter(kind="build-pack")
    wait_until(lambda: jobs.get().status == "done", timeout=180, what="the pack is built")
    search.check_nothing_is_left()


def test_refusal_leaves_nothing(portal, browser, search):
    assert "There is a problem" in browser.send(small_return(), year=2021)
    nonsense = [("header.csv", ",".join(CANARIES).encode() + b"\n" + CANARIES[0].encode())]
    assert "There is a problem" in browser.send(nonsense)
    search.check_nothing_is_left()


def test_preview_that_nobody_took_in_leaves_nothing(portal, browser, search):
    browser.send(small_return(reviews=None))
    search.check_nothing_is_left()
    browser.press(f"{browser.address}drop/")
    search.check_nothing_is_left()


@pytest.mark.parametrize("part", [0.5, 1.0])
def test_server_killed_in_the_middle_leaves_nothing(portal, browser, search, database_of, part):
    """Killed while half of the return has come; killed when all of it has, and it is being read."""
    imports = Import.objects.using(database_of(portal))
    before, files = imports.count(), temporary_files()
    with contextlib.closing(browser.send_part(large_return(), part)):
        portal.web.kill()
    try:
        assert imports.count() == before
        assert [name for name in temporary_files() - files if is_new_upload(name)] == []
        search.check_nothing_is_left()
    finally:
        portal.web = portal.start_web()


def is_new_upload(name):
    """Whether a new name in the temporary folder holds a mark: others use the same folder at the same time."""
    path = Path(tempfile.gettempdir()) / name
    return path.is_file() and any(canary.encode() in path.read_bytes() for canary in CANARIES)
