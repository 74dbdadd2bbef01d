"""How many people at how many tables, and what that leaves each of them to say."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.domain.agenda import ENOUGH_TALK_S
from ogp_desktop.ui.prepare.prepare_state import PrepareState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.words_prepare import suggestion_sentence, talk_sentence


class PeopleField(QWidget):
    """Signals: ``people_edited(int)``, ``tables_edited(int | None)``, ``settled()``."""

    people_edited = Signal(object)
    tables_edited = Signal(object)
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._suggested: int | None = None
        self.people = CountField(theme, "", 12)
        self._tables = CountField(theme, "", is_optional=True)
        self._at = Label(theme, "", "body", "ink2")
        self._talk = WrapLabel(theme, "", "caption", "ink2")
        self._use = Button(theme, "", "plain", icon="users")
        row = FlowBox(theme, 8)
        for widget in (self.people, self._at, self._tables):
            row.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self._talk)
        column.addWidget(self._use)
        self._column = column
        self.people.value_changed.connect(self.people_edited)
        self._tables.value_changed.connect(self.tables_edited)
        self.people.editingFinished.connect(self.settled)
        self._tables.editingFinished.connect(self.settled)
        self._use.clicked.connect(self._take_suggestion)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: PrepareState) -> None:
        """Show the numbers of the moment and what follows from them."""
        self.people.set_count(state.preparation.people)
        self._tables.set_count(state.preparation.tables)
        self._tables.setAccessibleName(self.tr("Tables"))
        self._tables.setToolTip(self.tr("Leave empty for groups of the usual size."))
        self._at.setText(self.tr("Tables", "before a number"))
        agenda = state.agenda
        lead = next((item.number for item in agenda.items if item.number), None)
        has_talk = agenda.talk_seconds is not None and lead is not None
        if agenda.talk_seconds is not None and lead is not None:
            self._talk.setText(talk_sentence(agenda.talk_seconds, lead))
            is_little = agenda.talk_seconds < ENOUGH_TALK_S
            self._talk.set_color("warn" if is_little else "ink2")
        self._talk.setVisible(has_talk)
        self._suggested = agenda.suggested_tables
        offers = self._suggested not in {None, state.preparation.tables} and state.is_editable
        self._use.setVisible(offers)
        if self._suggested is not None:
            self._use.setText(suggestion_sentence(self._suggested))

    def _take_suggestion(self) -> None:
        self.tables_edited.emit(self._suggested)
        self.settled.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(6))
