"""The keypad of kinds: radio buttons with an icon, a number and a word, in as few equal rows as
the width allows.
"""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.box import Look, paint_frame, paint_icon, tone_fill, tone_ink
from ogp_desktop.ui.widgets.choices import BoxRadio, Option, PlacedRow


class KindKey(BoxRadio):
    """One kind of note: icon and number above, word below; outlined and tinted when chosen."""

    def __init__(
        self, theme: Theme, option: Option, number: int, parent: QWidget | None = None
    ) -> None:
        self._number = str(number)
        self._wanted: QSize | None = None
        super().__init__(theme, option, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def remeasure(self) -> None:
        """The text may have another size."""
        self._wanted = None

    def sizeHint(self) -> QSize:
        """Room for icon, number and word; measured once, because a layout asks very often."""
        if self._wanted is None:
            self._wanted = self._measured()
        return self._wanted

    def _measured(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self._theme.font("chip"))
        width = max(words.horizontalAdvance(self.option.label), px(18 + 6 + 8))
        return QSize(width + px(18), max(px(48), px(26) + words.height() + px(7)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key."""
        px, theme, tone = self._theme.px, self._theme, self.option.tone
        painter = QPainter(self)
        look = Look(ink="ink", fill="surface", edge="line", radius=8)
        if self.isChecked():
            edge = "accent" if tone == "neutral" else tone_ink(tone)
            look = replace(look, ink=edge, fill=tone_fill(tone), edge=edge, edge_width=2)
        elif self.underMouse():
            look = replace(look, edge="line_strong")
        paint_frame(painter, theme, self.rect(), look, has_focus=self.hasFocus())
        inner = self.rect().adjusted(px(9), px(6), -px(9), -px(6))
        words = QFontMetrics(theme.font("chip"))
        icon = QRect(inner.left(), inner.top() + 1, px(16), px(16))
        label = QRect(
            inner.left(), inner.bottom() - words.height() + 1, inner.width(), words.height()
        )
        where = self.layoutDirection()
        if self.option.icon:
            spot = QStyle.visualRect(where, self.rect(), icon)
            paint_icon(painter, theme, spot, self.option.icon, tone_ink(tone), 16)
        painter.setFont(theme.font("key"))
        painter.setPen(theme.color("ink2"))
        top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, top, self._number)
        painter.setFont(theme.font("chip"))
        painter.setPen(theme.color(look.ink))
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft, self.option.label)


class KindKeys(PlacedRow):
    """`KindKeys(theme, options, name="Kind of note")`: the keypad of kinds, numbered from 1.

    Fills the row; when the words are too long it becomes two rows.
    """

    def __init__(
        self,
        theme: Theme,
        options: tuple[Option, ...] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self.set_options(options)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Replace all kinds."""
        for old in self.radios():
            self.group.removeButton(old)
            old.hide()
            old.deleteLater()
        for number, option in enumerate(options, 1):
            key = KindKey(self.theme, option, number, self)
            self.group.addButton(key)
            key.show()
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        """Two rows when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows."""
        rows = self._rows(width)
        return len(rows) * self._tall() + max(len(rows) - 1, 0) * self._gap()

    def sizeHint(self) -> QSize:
        """All in one row."""
        wide = sum(key.sizeHint().width() for key in self.radios())
        wide += self._gap() * max(len(self.radios()) - 1, 0)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        """The widest key, and the height at the width of the moment."""
        widest = max((key.sizeHint().width() for key in self.radios()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def _place(self) -> None:
        """Each column gets its least width and an equal share of what is left."""
        rows = self._rows(self.width())
        widths = self._widths(rows)
        spare = max(self.width() - sum(widths) - self._gap() * (len(widths) - 1), 0)
        for line, row in enumerate(rows):
            top = line * (self._tall() + self._gap())
            left = 0
            for index, (key, width) in enumerate(zip(row, widths, strict=False)):
                share = spare * (index + 1) // len(widths) - spare * index // len(widths)
                place = QRect(left, top, width + share, self._tall())
                key.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
                left += place.width() + self._gap()

    def _rows(self, width: int) -> list[list[BoxRadio]]:
        """As few rows as fit, equally full."""
        keys = self.radios()
        for count in range(1, len(keys) + 1):
            per_row = -(-len(keys) // count)
            rows = [keys[at : at + per_row] for at in range(0, len(keys), per_row)]
            if sum(self._widths(rows)) + self._gap() * (per_row - 1) <= width:
                return rows
        return [[key] for key in keys]

    def _widths(self, rows: list[list[BoxRadio]]) -> list[int]:
        """The least width of each column: words decide in one row, in several all are equal."""
        wanted = [key.sizeHint().width() for key in self.radios()]
        return wanted if len(rows) <= 1 else [max(wanted)] * len(rows[0])

    def _gap(self) -> int:
        return self.theme.px(7)

    def _tall(self) -> int:
        return max((key.sizeHint().height() for key in self.radios()), default=0)

    def _restyle(self) -> None:
        for key in self.findChildren(KindKey):
            key.remeasure()
        self.updateGeometry()
        self._place()
