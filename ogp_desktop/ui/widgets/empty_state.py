"""What stands where nothing is yet: what is so, and what to press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.label import WrapLabel


class EmptyState(QWidget):
    """`EmptyState(theme, "inbox", "Nothing waits.")`: says what is so and what to press."""

    action_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        second: str = "",
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._sign = QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role, color in ((text, "h3", "ink"), (second, "body", "ink2")):
            if words:
                label = WrapLabel(theme, words, role, color)  # type: ignore[arg-type]
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        for choice in choices:
            button = Button(theme, choice.label, choice.kind, choice.icon, second=choice.second)
            button.clicked.connect(lambda _=False, key=choice.key: self.action_chosen.emit(key))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._column = column
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._sign.setPixmap(self._theme.pixmap(self._icon, "ink3", 32))
        self._column.setSpacing(self._theme.px(10))
