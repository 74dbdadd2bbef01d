"""Messages inside the page, next to what they are about; never over it, never taking the cursor."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.widgets.box import Look, paint_frame
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel

NoticeKind = Literal["info", "ok", "warn", "over"]
_KINDS: dict[NoticeKind, tuple[str, ColorName, ColorName]] = {
    "info": ("info", "accent", "accent_soft"),
    "ok": ("circle-check", "ok", "ok_soft"),
    "warn": ("triangle-alert", "warn", "warn_soft"),
    "over": ("octagon-alert", "over", "over_soft"),
}


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` politely, without moving the focus (WCAG 4.1.3)."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Message(QFrame):
    """Icon, text and buttons on a soft ground; `action_chosen(key)`."""

    action_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        kind: NoticeKind,
        text: str,
        radius: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._kind: NoticeKind = kind
        self._radius = radius
        self._made: list[tuple[Choice, Button]] = []
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = WrapLabel(theme, text, "body_m")
        self.buttons = FlowBox(theme, 8, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.words.setText(text)

    def set_kind(self, kind: NoticeKind) -> None:
        """Change icon and colours."""
        self._kind = kind
        self.restyle()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace all buttons; those that only say something else keep place and focus."""
        kept = [replace(choice, label="", second="", name="") for choice in choices]
        if kept == [replace(choice, label="", second="", name="") for choice, _ in self._made]:
            for choice, (_, button) in zip(choices, self._made, strict=True):
                button.setText(choice.label)
                button.set_second(choice.second)
                if choice.name:
                    button.set_name(choice.name)
            return
        self.buttons.clear()
        self._made = []
        for choice in choices:
            button = Button(
                self.theme,
                choice.label,
                choice.kind,
                choice.icon,
                second=choice.second,
                name=choice.name,
            )
            button.clicked.connect(lambda _=False, key=choice.key: self.action_chosen.emit(key))
            self.buttons.add(button)
            self._made.append((choice, button))
        self.buttons.setVisible(bool(choices))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft ground."""
        look = Look(ink="ink", fill=_KINDS[self._kind][2], radius=self._radius)
        paint_frame(QPainter(self), self.theme, self.rect(), look)

    def restyle(self) -> None:
        """Icon in the colour of the kind."""
        icon, color, _ = _KINDS[self._kind]
        self._sign.setPixmap(self.theme.pixmap(icon, color, 20))
        self.update()


class Notice(Message):
    """`Notice(theme, "warn", "Not saved since 15:20.", (Choice("retry", "Try again"),))`.

    Its buttons stand beside words that are one line long, and below longer ones.
    """

    def __init__(
        self,
        theme: Theme,
        kind: NoticeKind,
        text: str,
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, kind, text, 8, parent)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.addWidget(self.words, 1)
        self._parts.addWidget(self.buttons)
        self._row.addLayout(self._parts, 1)
        self.set_choices(choices)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_text(self, text: str) -> None:
        """Change the words."""
        super().set_text(text)
        self._arrange()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace all buttons; those that only say something else keep place and focus."""
        super().set_choices(choices)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the buttons beside the words, or none."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Lengths follow the text size."""
        super().restyle()
        px = self.theme.px
        self._row.setSpacing(px(10))
        self._arrange()

    def _arrange(self) -> None:
        line = self.words.fontMetrics().horizontalAdvance(self.words.text())
        buttons, px = self.buttons.sizeHint().width(), self.theme.px
        is_beside = bool(self._made) and line + buttons + px(12 + 20 + 10 + 12 + 12) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(way)
        self._parts.setSpacing(px(12 if is_beside else 8) if self._made else 0)
        self.buttons.setMinimumWidth(buttons if is_beside else 0)
        self._row.setContentsMargins(
            px(12), px(4 if is_beside else 10), px(12), px(4 if is_beside else 10)
        )
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._sign.setAlignment(middle if is_beside else top)


class Banner(Message):
    """The band across the page when a decision is due; words at one side, choices at the other,
    below each other when there is too little width.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        choices: Sequence[Choice] = (),
        kind: NoticeKind = "over",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, kind, text, 0, parent)
        self._margin = 8
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._sign)
        self._head.addWidget(self.words, 1)
        self._box.addLayout(self._head, 1)
        self._box.addWidget(self.buttons)
        self.words.set_role("strong")
        self._sign.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.set_choices(choices)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_is_thin(self, is_thin: bool) -> None:
        """As low as its buttons, where there is hardly any height."""
        self._margin = 1 if is_thin else 8
        self.restyle()

    def resizeEvent(self, _event: object) -> None:
        """Side by side only when the words keep a third of the width."""
        row = self.buttons.sizeHint().width()
        is_wide = self.width() - row > self.theme.px(260)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self.buttons.setMinimumWidth(row if is_wide else 0)

    def restyle(self) -> None:
        """Lengths follow the text size."""
        super().restyle()
        px = self.theme.px
        self._box.setContentsMargins(px(16), px(self._margin), px(16), px(self._margin))
        self._box.setSpacing(px(10))
        self._head.setSpacing(px(10))
        self.resizeEvent(None)
