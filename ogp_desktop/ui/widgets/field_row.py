"""One labelled row of the form: the label names the field, and a refusal stands right below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import WrapLabel

LABEL_WIDTH = 96


class FieldRow(QWidget):
    """``row = FieldRow(theme, field)``; ``set_label``, ``set_note`` and ``set_refusal`` say more.

    ``focus`` is the widget in the field that a refusal marks and that takes the cursor.
    """

    def __init__(
        self,
        theme: Theme,
        field: QWidget,
        focus: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._focus = focus or field
        self._label = WrapLabel(theme, "", "body", "ink2")
        self._note = WrapLabel(theme, "", "caption", "ink2")
        self._refusal = WrapLabel(theme, "", "caption_b", "over")
        self._note.hide()
        self._refusal.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        grid.addWidget(self._refusal, 1, 1)
        grid.addWidget(self._note, 2, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_label(self, text: str) -> None:
        """Name the field."""
        self._label.setText(text)
        self._focus.setAccessibleName(text)

    def set_note(self, text: str) -> None:
        """Say what the value means; nothing hides the line."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_refusal(self, text: str) -> None:
        """Say why the value was not kept (WCAG 3.3.1); nothing means it was."""
        is_new = bool(text) and text != self._refusal.text()
        self._refusal.setText(text)
        self._refusal.setVisible(bool(text))
        self._focus.setAccessibleDescription(text)
        if bool(self._focus.property("wrong")) != bool(text):
            self._focus.setProperty("wrong", bool(text))
            self._focus.style().unpolish(self._focus)
            self._focus.style().polish(self._focus)
        if is_new and self.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        px = self._theme.px
        self._label.setFixedWidth(px(LABEL_WIDTH))
        self._label.setContentsMargins(0, px(8), 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(4))
