"""Icons drawn from the bundled SVG files in any colour, sharp at any pixel ratio, kept once made.

In right to left layouts only what points somewhere is mirrored: arrows, send, skip, corner, undo.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

POINTING = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "corner-down-right",
        "external-link",
        "list-checks",
        "send",
        "skip-forward",
        "undo-2",
    }
)
_STROKE = b'stroke-width="1.9"'


class IconSet:
    """All icons of one folder; a name that is not there (a kit may bring one) is a plain ring."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._made: dict[tuple[str, str, int, float, bool], QPixmap] = {}

    def pixmap(
        self, name: str, color: str, size: int, ratio: float, *, is_mirrored: bool
    ) -> QPixmap:
        """A square pixmap of `size` logical pixels in the `#RRGGBB` colour."""
        is_mirrored = is_mirrored and name in POINTING
        key = (name, color, size, ratio, is_mirrored)
        if key not in self._made:
            self._made[key] = self._draw(*key)
        return self._made[key]

    def _draw(self, name: str, color: str, size: int, ratio: float, is_mirrored: bool) -> QPixmap:
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(
            QByteArray(self._source(name).replace(b"currentColor", color.encode()))
        )
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        if is_mirrored:
            pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            file = self._folder / f"{name}.svg"
            text = (file if file.is_file() else self._folder / "circle.svg").read_bytes()
            self._sources[name] = text.replace(b'stroke-width="2"', _STROKE)
        return self._sources[name]
