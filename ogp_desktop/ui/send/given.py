"""What somebody hands to the page to set an address with: a file, a text or a picture.

The same things are taken whether they are chosen, dropped or pasted.
"""

from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from ogp_desktop.domain.endpoint_file import ENDING, TEXT_START

_ENCODED = ("image/png", "image/jpeg")
_UNKNOWN_TO_PYTHON = (".heic", ".heif", ".webp", ".avif")
"""Endings of pictures that phones make, and that ``mimetypes`` does not know everywhere."""
_STARTS = (b"\x89PNG", b"\xff\xd8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One of the three; a picture as its bytes where they are there, which is quicker."""

    path: str = ""
    text: str = ""
    picture: bytes | QImage | None = field(default=None, repr=False)


def is_picture(path: str, start: bytes = b"") -> bool:
    """Tell whether a file means to be a picture, by its name or by how it begins."""
    kind = guess_type(Path(path).name)[0] or ""
    is_named = kind.startswith("image/") or path.lower().endswith(_UNKNOWN_TO_PYTHON)
    return is_named or start.startswith(_STARTS)


def given_in(data: QMimeData) -> Given | None:
    """Return what is dragged or copied, if it can be the address of an endpoint."""
    for url in data.urls():
        name = url.fileName()
        if url.isLocalFile() and (name.lower().endswith(f".{ENDING}") or is_picture(name)):
            return Given(path=url.toLocalFile())
    if data.hasText() and data.text().strip().upper().startswith(TEXT_START):
        return Given(text=data.text())
    for kind in _ENCODED:
        if data.hasFormat(kind):
            return Given(picture=bytes(data.data(kind).data()))
    image = data.imageData() if data.hasImage() else None
    return Given(picture=image) if isinstance(image, QImage) else None


def pasted(data: QMimeData) -> Given:
    """Return what is on the clipboard, which may be no address at all."""
    return given_in(data) or Given(text=data.text())
