"""What stands where nothing was sealed yet, or nothing waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ogp_desktop.ui.send.send_state import SendState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.empty_state import EmptyState


class EmptyOutbox(QWidget):
    """``show_state(state)``; ``review_wanted()``, ``carrying_wanted()``."""

    review_wanted = Signal()
    carrying_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty: EmptyState | None = None
        self._column = QVBoxLayout(self)

    def show_state(self, state: SendState) -> None:
        """Say what comes here, and how."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        is_of_one, may_carry = state.is_of_one, state.may_carry
        self._empty = self._of_one() if is_of_one else self._of_all(may_carry=may_carry)
        self._column.addWidget(self._empty)

    def first_focus(self) -> QWidget | None:
        """Return the next step, if there is one."""
        return None if self._empty is None else self._empty.findChild(QAbstractButton)

    def _of_one(self) -> EmptyState:
        empty = EmptyState(
            self._theme,
            "package-check",
            self.tr("Nothing is sealed yet."),
            self.tr("Review what the group said, then mark it ready. It comes here then."),
            (Choice("review", self.tr("Go to Review"), kind="primary"),),
        )
        empty.action_chosen.connect(lambda _key: self.review_wanted.emit())
        return empty

    def _of_all(self, *, may_carry: bool) -> EmptyState:
        carry = Choice("carry", self.tr("Carry somebody else's file"), icon="send")
        choices = (carry,) if may_carry else ()
        empty = EmptyState(self._theme, "inbox", self.tr("Nothing waits."), "", choices)
        empty.action_chosen.connect(lambda _key: self.carrying_wanted.emit())
        return empty
