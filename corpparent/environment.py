"""What the environment says, as typed values; every helper names the variable that is missing."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def required_in_production(name: str, embedded: str, *, is_production: bool) -> str:
    """Value of the variable `name`; `embedded` where no production database is set. Raises ImproperlyConfigured."""
    value: str = env.str(name, default="")
    if value or not is_production:
        return value or embedded
    raise ImproperlyConfigured(f"Set the {name} environment variable: production does not start without it.")


def refuse_unsafe(*, secret_key: str, base_url: str, debug: bool) -> None:
    """Stop a production that would sign with a guessable key, send cookies unprotected or show tracebacks.

    Plain http is let through on this machine alone, for rehearsals. Raises ImproperlyConfigured naming the variable.
    """
    host = base_url.removeprefix("http://").partition(":")[0]
    if len(secret_key) < 50 or len(set(secret_key)) < 5:
        raise ImproperlyConfigured("SECRET_KEY is too easy to guess: production needs 50 random characters or more.")
    if base_url.startswith("http://") and host not in ("localhost", "127.0.0.1"):
        raise ImproperlyConfigured("BASE_URL begins with http: production needs https, so that nobody reads along.")
    if debug:
        raise ImproperlyConfigured("DEBUG is on: production would show its inside to anybody who meets an error.")


def origins(url: str) -> list[str]:
    """The origin of `url` as a policy names it, in a list: ["https://login.example"]; none for no address."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def directory(server_url: str, name: str) -> dict[str, object]:
    """allauth's settings for the council's own directory (OpenID Connect) at `server_url`, called `name` on pages."""
    app = {
        "provider_id": "directory",
        "name": name,
        "client_id": env.str("OIDC_CLIENT_ID", default=""),
        "secret": env.str("OIDC_SECRET", default=""),
        "settings": {"server_url": server_url},
    }
    return {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}


def data_dir(base: Path) -> Path:
    """Folder for everything the portal writes (database, uploads, editions, broker); made for us alone."""
    folder = Path(env.str("DATA_DIR", default=str(base / "var"))).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def embedded_secret(folder: Path) -> str:
    """A key made once and kept in the data folder, for the embedded default only."""
    path = folder / "secret-key"
    try:
        with path.open("x") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


def broker_folders(folder: Path) -> dict[str, str]:
    """Transport options of a broker that is a folder: `in` and `out` are the same one, control lies beside it."""
    queue, control = folder / "broker" / "queue", folder / "broker" / "control"
    for path in (queue, control):
        path.mkdir(parents=True, exist_ok=True)
    return {"data_folder_in": str(queue), "data_folder_out": str(queue), "control_folder": str(control)}
