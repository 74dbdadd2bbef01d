"""What is painted before anything is loaded: the ground, the bar and the titles of the list, at the
very places where Home had them when the window was closed.

Nothing here names the namespace ``Qt``: PySide makes all of its enumerations at its first mention,
a sixth of the whole way to the first paint.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ogp_desktop.settings import Preferences
from ogp_desktop.ui.theme.fonts import load_fonts, make_font
from ogp_desktop.ui.theme.scale import scaled
from ogp_desktop.ui.theme.tokens import ColorName, load_tokens

ROW_GAP = 4
"""Free above and below the box of a row, at 100 %."""
ROW_RADIUS = 10
_KEPT_UNDER = "first_look"
_DARK_BELOW = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Where Home's parts stood, in pixels of a window of ``width`` x ``height``.

    ``rows_*`` is what is seen of the list, ``row`` the height of one line of it; ``title_*`` is the
    first title. ``right_to_left``: the titles end where they would begin.
    """

    language: str
    text_scale: float
    width: int
    height: int
    bar: int
    rows_left: int
    rows_top: int
    rows_width: int
    rows_height: int
    row: int
    title_left: int
    title_top: int
    title_width: int
    right_to_left: bool


_FIELDS = fields(Outline)


def keep_outline(places: QSettings, outline: Outline) -> None:
    """Remember an outline for the next start; it holds lengths, nothing that anybody wrote."""
    places.setValue(_KEPT_UNDER, json.dumps(asdict(outline)))


def kept_outline(places: QSettings, preferences: Preferences) -> Outline | None:
    """Return what was remembered, unless text size or language are others since."""
    try:
        found = json.loads(str(places.value(_KEPT_UNDER, "")))
        outline = Outline(**{field.name: _of(field.type, found[field.name]) for field in _FIELDS})
    except (ValueError, TypeError, KeyError):
        return None
    then, now = (
        (outline.language, outline.text_scale),
        (
            preferences.language,
            preferences.text_scale,
        ),
    )
    return outline if then == now and outline.row > 0 else None


def _of(kind: object, value: object) -> Any:
    if type(value) is not kind:
        raise TypeError(value)
    return value


class FirstLook(QLabel):
    """An outline with the titles of the first conversations; takes no part in anything.

    In a window of another size only its ground is seen, for nothing would stand right.
    """

    def __init__(
        self,
        outline: Outline,
        titles: Sequence[str],
        preferences: Preferences,
        resources: Path,
    ) -> None:
        super().__init__()
        self._outline = outline
        tokens = load_tokens(resources / "style" / "tokens.json")
        colors = tokens.dark if _is_dark(preferences) else tokens.light
        load_fonts(resources / "fonts")
        font = make_font(tokens.type["strong"], outline.text_scale, has_equal_digits=False)
        self.setStyleSheet(_sheet(colors, scaled(ROW_RADIUS, outline.text_scale)))
        self._parts = QWidget(self)
        self._parts.setGeometry(0, 0, outline.width, outline.height)
        bar = QLabel(self._parts)
        bar.setObjectName("bar")
        bar.setGeometry(0, 0, outline.width, outline.bar)
        rows = QWidget(self._parts)
        rows.setGeometry(
            outline.rows_left, outline.rows_top, outline.rows_width, outline.rows_height
        )
        seen = -(-outline.rows_height // outline.row)
        self.titles = [
            self._add_row(rows, number, title, font) for number, title in enumerate(titles[:seen])
        ]

    def _add_row(self, rows: QWidget, number: int, title: str, font: QFont) -> QLabel:
        outline = self._outline
        gap, top = scaled(ROW_GAP, outline.text_scale), number * outline.row
        box = QLabel(rows)
        box.setObjectName("row")
        box.setGeometry(1, top + gap, outline.rows_width - 2, outline.row - 2 * gap)
        words = QLabel(rows)
        words.setFont(font)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(title)
        spare = outline.title_width - width
        left = outline.title_left - outline.rows_left + (spare if outline.right_to_left else 0)
        words.setGeometry(left, outline.title_top - outline.rows_top + top, width, metrics.height())
        if spare >= 0:  # a title that is too long is shortened with the rest of its line, later
            words.setText(title)
        return words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the parts only where they stood."""
        super().resizeEvent(event)
        here = (self.width(), self.height())
        self._parts.setVisible(here == (self._outline.width, self._outline.height))


def _sheet(colors: Mapping[ColorName, str], radius: int) -> str:
    """Return a style sheet: colours that are handed to a painter would bring ``Qt`` in."""
    return (
        f"FirstLook {{ background: {colors['bg']} }} QLabel {{ color: {colors['ink']} }}"
        f"#bar, #row {{ background: {colors['surface']} }}"
        f"#bar {{ border-bottom: 1px solid {colors['line']} }}"
        f"#row {{ border: 1px solid {colors['line']}; border-radius: {radius}px }}"
    )


def _is_dark(preferences: Preferences) -> bool:
    """Tell by the ground that Qt chose, since to ask for the scheme would bring ``Qt`` in."""
    if preferences.scheme != "system":
        return preferences.scheme == "dark"
    return QGuiApplication.palette().window().color().lightness() < _DARK_BELOW
