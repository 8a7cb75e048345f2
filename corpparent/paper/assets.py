"""The one door through which a paper in the making may reach for a file."""

from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint import URLFetcher
from weasyprint.urls import URLFetcherResponse

# The house's letters, as they are installed.
FONTS = Path(__file__).parents[2] / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next" / "files"


def base_of(folders: Sequence[Path]) -> str:
    """Return the address from which relative references start: the first folder."""
    return f"{folders[0].resolve().as_uri()}/"


class NotPrintable(ValueError):
    """The HTML cannot become a PDF as it stands. The message says what is wrong with it."""


class Assets(URLFetcher):
    """Hands out files below `folders` and data that the HTML itself carries; refuses everything else."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False, fail_on_errors=True)
        self.folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at `url`. Raises NotPrintable, naming `url`."""
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme != "file" or parts.netloc:
            raise NotPrintable(f"A paper may not fetch {url}: only the portal's own assets may be used.")
        # Symbolic links and ".." are resolved before the question is asked.
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self.folders):
            raise NotPrintable(f"A paper may not read {path}: it is outside the portal's assets.")
        if not path.is_file():
            raise NotPrintable(f"There is no asset {path}.")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": guess_type(path)[0] or ""})
