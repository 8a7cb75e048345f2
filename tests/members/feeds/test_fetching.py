import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from members.feeds import FeedRefused, fetching

HOST = "democracy.larchford.example"
HOSTS = {HOST}
ENDLESS = b"x" * 65_536


class Answers(BaseHTTPRequestHandler):
    """What the address asked for says: a path is an answer."""

    def do_GET(self):
        status, body = {
            "/list": (200, b"<councillorsbyward/>"),
            "/moved": (302, b""),
            "/broken": (500, b""),
        }.get(self.path, (200, ENDLESS * 100))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://169.254.169.254/latest/meta-data/")
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the portal hung up, as it should

    def log_message(self, *args):
        pass


def certificate(folder):
    """A self-signed certificate of HOST, and its key: two paths."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """(port, context that trusts it) of a site on this machine."""
    cert, key = certificate(tmp_path_factory.mktemp("site"))
    server = HTTPServer(("127.0.0.1", 0), Answers)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(cert, key)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, ssl.create_default_context(cafile=str(cert))
    server.shutdown()
    thread.join()
    server.server_close()


def get(site, target, host=HOST):
    port, context = site
    return fetching.get("127.0.0.1", host, target, port=port, context=context)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (f"http://{HOST}/list", "must begin with https"),
        (f"ftp://{HOST}/list", "must begin with https"),
        ("https:///list", "must begin with https"),
        ("democracy", "must begin with https"),
        ("https://[::1", "is no address"),
        (f"https://{HOST}:99999/", "is no address"),
        (f"https://{HOST}:8443/", "neither a user nor a port"),
        (f"https://user:secret@{HOST}/", "neither a user nor a port"),
        ("https://elsewhere.example/", "may not fetch from elsewhere.example"),
        (f"https://{HOST}.elsewhere.example/", "may not fetch from"),
        (f"https://elsewhere.example/?{HOST}", "may not fetch from"),
        (f"https://{HOST}/a b", "plain characters without spaces"),
        (f"https://{HOST}/\r\nHost: inside", "plain characters without spaces"),
        (f"https://{HOST}/{'x' * 200}", "at most 200 plain characters"),
    ],
)
def test_address_that_may_not_be_asked_is_refused(address, sentence):
    with pytest.raises(FeedRefused, match=sentence):
        fetching.checked(address, HOSTS)


def test_address_may_have_a_query_and_capitals():
    parts = fetching.checked("https://Democracy.Larchford.EXAMPLE:443/mgWebService.asmx/List?x=1", HOSTS)
    assert (parts.hostname, parts.query) == (HOST, "x=1")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_address_inside_a_network_is_not_public(address):
    assert not fetching.is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_address_of_the_internet_is_public(address):
    assert fetching.is_public(address)


def test_allowed_host_that_leads_inside_is_refused():
    with pytest.raises(FeedRefused, match="leads to an address inside a network"):
        fetching.fetch("https://localhost/list", {"localhost"})


def test_list_is_fetched_from_the_address_looked_at(site):
    assert get(site, "/list") == b"<councillorsbyward/>"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("/moved", "sends on to another one"),
        ("/broken", "answered with an error .500."),
        ("/endless", "larger than 5 MB"),
    ],
)
def test_other_answers_are_refused(site, target, sentence):
    with pytest.raises(FeedRefused, match=sentence):
        get(site, target)


def test_certificate_of_another_host_is_refused(site):
    with pytest.raises(FeedRefused, match=r"could not prove that it is other\.example"):
        get(site, "/list", host="other.example")


def test_nobody_there_is_said(site):
    _, context = site
    with pytest.raises(FeedRefused, match="could not be reached"):
        fetching.get("127.0.0.1", HOST, "/list", port=1, context=context)
