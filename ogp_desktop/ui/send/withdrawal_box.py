"""Taking a submission back, in the page of the submission: the question, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.ui.send.fact_grid import FactGrid
from ogp_desktop.ui.send.send_state import Detail, SendState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.label import Label
from ogp_desktop.ui.widgets.notice import Notice
from ogp_desktop.ui.words_withdrawal import withdrawal_facts, withdrawal_question

_OVER = {OutboxState.CONFIRMED, OutboxState.WITHDRAWN}


class WithdrawalQuestion(Notice):
    """``show_state(shown, state)``; ``answered(bool)``, ``number_wanted(text)``.

    It says what will happen before anything does, and is hidden when nobody asks.
    """

    answered = Signal(bool)
    number_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warn", "", parent=parent)
        self._number = ""
        self.action_chosen.connect(self._act)

    def show_state(self, shown: Detail, state: SendState) -> None:
        """Ask, where somebody wants it back."""
        self._number = shown.number
        self.setVisible(state.asks_to_withdraw)
        self.set_text(withdrawal_question(shown))
        if state.asks_to_withdraw:
            self.set_choices(self._choices(shown))

    def decision(self) -> QWidget:
        """Return what takes the cursor while it is decided on: what changes nothing."""
        return self.findChildren(Button)[-1]

    def _choices(self, shown: Detail) -> tuple[Choice, ...]:
        copy = Choice("copy", self.tr("Copy the number"))
        if shown.may_withdraw_there:
            return (
                Choice("yes", self.tr("Withdraw there")),
                Choice("no", self.tr("Leave it there"), kind="quiet"),
            )
        if shown.standing.state in _OVER:
            return (copy, Choice("no", self.tr("Close"), kind="quiet"))
        withdraw, keep = Choice("yes", self.tr("Withdraw")), Choice("no", self.tr("Keep it"))
        return (withdraw, copy, keep) if shown.is_elsewhere else (withdraw, keep)

    def _act(self, key: str) -> None:
        if key == "copy":
            self.number_wanted.emit(self._number)
        else:
            self.answered.emit(key == "yes")


class WithdrawalFacts(QWidget):
    """``show_state(shown)``: when it was asked for, and what proves that it was done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(theme, role="h3")
        self._facts = FactGrid(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def show_state(self, shown: Detail) -> None:
        """Show what is known, if it was asked for."""
        one = shown.standing.withdrawal
        self.setVisible(one is not None)
        if one is not None:
            self._title.setText(self.tr("Withdrawal"))
            self._facts.show_facts(withdrawal_facts(one))

    def _lay_out(self) -> None:
        self._column.setSpacing(self._theme.px(12))
