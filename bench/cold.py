"""The product with nothing remembered: every request works out all it shows."""

from collections.abc import Callable, Iterable

from corpparent.wsgi import application as product


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    from corpparent import remembered  # which may be imported when the product is

    remembered._kept.clear()
    return product(environ, start_response)
