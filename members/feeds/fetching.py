"""A list of councillors fetched from its address: https, a host that the installation allows, nothing inside.

The name is resolved once, every address it has must be a public one, and the connection goes to the address that was
looked at. Redirects are not followed. Source: OWASP, server-side request forgery prevention.
"""

import socket
import ssl
import time
from collections.abc import Container
from contextlib import closing
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from members.feeds.rows import MOST_BYTES, FeedRefused

HTTPS = 443
SECONDS = 10  # for all of it
CHUNK = 64 * 1024
LONGEST_ADDRESS = 200  # characters
TOO_SLOW = f"The address did not answer within {SECONDS} seconds. Try again later, or bring the list as a file."


def fetch(address: str, hosts: Container[str]) -> bytes:
    """What stands at `address`, whose host is one of `hosts` (small letters). Raises FeedRefused."""
    parts = checked(address, hosts)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    host = str(parts.hostname)
    return get(public_address(host), host, target)


def checked(address: str, hosts: Container[str]) -> SplitResult:
    """The parts of an address that may be asked. Raises FeedRefused."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise FeedRefused("This is no address. Enter it as https://democracy.example.gov.uk/…") from None
    if parts.scheme != "https" or not parts.hostname:
        raise FeedRefused("The address must begin with https://.")
    if len(address) > LONGEST_ADDRESS or not (address.isascii() and address.isprintable()) or " " in address:
        raise FeedRefused(f"The address must be at most {LONGEST_ADDRESS} plain characters without spaces.")
    if parts.username is not None or parts.password is not None or port not in (None, HTTPS):
        raise FeedRefused("The address must name neither a user nor a port.")
    if parts.hostname not in hosts:
        raise FeedRefused(
            f"The portal may not fetch from {parts.hostname}. Whoever runs the installation can allow it, "
            "in MEMBER_FEED_HOSTS; or bring the list as a file."
        )
    return parts


def public_address(host: str) -> str:
    """The first address of `host`. Raises FeedRefused where any of its addresses is inside, or there is none."""
    try:
        found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    except OSError:
        raise FeedRefused(f"The name {host} leads nowhere at present. Try again later, or bring a file.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise FeedRefused(f"{host} leads to an address inside a network, and the portal fetches from outside alone.")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet; an IPv4 one inside an IPv6 one counts as what it is."""
    plain: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(plain, IPv6Address):
        plain = plain.ipv4_mapped or plain.sixtofour or (plain.teredo[1] if plain.teredo else plain)
    return plain.is_global and not plain.is_multicast


class Pinned(HTTPSConnection):
    """Connects to the address that was looked at, whatever the name resolves to by now."""

    def __init__(self, ip: str, host: str, port: int, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=SECONDS, context=context)
        self.ip = ip
        self.tls = context

    def connect(self) -> None:
        plain = socket.create_connection((self.ip, self.port), SECONDS)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)


def get(ip: str, host: str, target: str, *, port: int = HTTPS, context: ssl.SSLContext | None = None) -> bytes:
    """The body of the answer of `host`, reached at `ip`, at most 5 MB. Raises FeedRefused."""
    until = time.monotonic() + SECONDS
    with closing(Pinned(ip, host, port, context or ssl.create_default_context())) as connection:
        try:
            connection.request("GET", target, headers={"Accept-Encoding": "identity", "Accept": "text/xml, text/csv"})
            answer = connection.getresponse()
            check_status(answer.status)
            return body_of(answer, until)
        except TimeoutError:
            raise FeedRefused(TOO_SLOW) from None
        except ssl.SSLError:
            raise FeedRefused(f"{host} could not prove that it is {host}: its certificate is not good.") from None
        except (OSError, HTTPException):
            raise FeedRefused(f"{host} could not be reached. Try again later, or bring the list as a file.") from None


def check_status(status: int) -> None:
    if 300 <= status < 400:
        raise FeedRefused(
            "The address sends on to another one, and the portal does not follow. Enter the address where it ends."
        )
    if status != 200:
        raise FeedRefused(f"The address answered with an error ({status}). Try it in a browser first.")


def body_of(answer: HTTPResponse, until: float) -> bytes:
    """All of the body, unless it is too large or comes too slowly (`until`: monotonic seconds). Raises FeedRefused."""
    content = b""
    while chunk := answer.read1(CHUNK):
        content += chunk
        if len(content) > MOST_BYTES:
            raise FeedRefused("What stands at the address is larger than 5 MB, and no list of councillors is.")
        if time.monotonic() > until:
            raise FeedRefused(TOO_SLOW)
    return content
