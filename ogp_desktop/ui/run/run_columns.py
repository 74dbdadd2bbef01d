"""Agenda, question and notes side by side, or as many of them as there is room for."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ogp_desktop.ui.layout_size import Columns, LayoutSize
from ogp_desktop.ui.run.agenda_pane import AgendaPane
from ogp_desktop.ui.run.audience_foot import AudienceFoot
from ogp_desktop.ui.run.fit_pane import FitPane
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.question_column import QuestionColumn
from ogp_desktop.ui.theme.theme import Theme

AGENDA_WIDTH = 226
_NO_LIMIT = 16_777_215


class RunColumns(QWidget):
    """Hidden until all its parts are made, so that each has its own place from the start.

    ``fit_made(FitPane)`` when somebody first fits the rest to time.
    """

    fit_made = Signal(object)

    agenda: AgendaPane
    foot: AudienceFoot
    question: QuestionColumn
    notes: NotesPane

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit: FitPane | None = None  # made when somebody first asks
        self._is_fitting = False
        self._row = QHBoxLayout(self)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def make_middle(self) -> None:
        """Make the agenda and the question."""
        self.agenda = AgendaPane(self._theme)
        self.foot = AudienceFoot(self._theme)
        self.question = QuestionColumn(self._theme, self.foot)
        self._row.addWidget(self.agenda)
        self._row.addWidget(self.question, 2)

    def take_notes(self, notes: NotesPane) -> None:
        """Put the notes beside them."""
        self.notes = notes
        self._row.addWidget(notes, 3)

    def reveal(self) -> Iterator[None]:
        """Show the places of all parts at once, so that nothing jumps; paint one at a time."""
        parts = (self.agenda, self.question, self.notes)
        for part in parts:
            part.setUpdatesEnabled(False)
        self.show()
        for part in parts:
            yield
            part.setUpdatesEnabled(True)

    @property
    def fit(self) -> FitPane:
        """What fits the rest of the conversation to time, in the place of the question."""
        if self._fit is None:
            self._fit = FitPane(self._theme)
            self._fit.hide()
            self._row.insertWidget(2, self._fit, 2)
            self.fit_made.emit(self._fit)
        return self._fit

    def set_is_fitting(self, *, is_fitting: bool) -> None:
        """Put the fit in the place of the question, or the question back."""
        self._is_fitting = is_fitting

    def focused(self) -> str:
        """Return which part has the cursor."""
        focus = QApplication.focusWidget()
        for name, part in (
            ("agenda", self.agenda),
            ("question", self.question),
            ("question", self._fit),
        ):
            if focus is not None and part is not None and part.isAncestorOf(focus):
                return name
        return "notes"

    def need(self) -> int:
        """Return the width that three columns need."""
        px = self._theme.px
        columns = (self.question.minimumSizeHint(), self.notes.minimumSizeHint())
        return sum(hint.width() for hint in columns) + px(AGENDA_WIDTH + 2 * 12 + 2 * 14)

    def set_size(self, size: LayoutSize) -> None:
        """Tell every part how much room there is."""
        self.question.set_size(size)
        self.agenda.set_is_tiny(size.is_tiny)
        self.notes.set_room(is_compact=size.is_compact, is_tiny=size.is_tiny)

    def set_lengths(self, *, side: int, above: int, gap: int) -> None:
        """Keep these distances."""
        self._row.setContentsMargins(side, above, side, side)
        self._row.setSpacing(gap)

    def arrange(self, columns: Columns, pane: str) -> None:
        """Show the parts that there is room for, with this one in front."""
        is_agenda = pane == "agenda"
        shown = {
            Columns.THREE: (True, True, True),
            Columns.TWO: (is_agenda, not is_agenda, True),
            Columns.ONE: (is_agenda, pane == "question", pane == "notes"),
        }[columns]
        middle = self.fit if self._is_fitting else self.question
        other = self.question if self._is_fitting else self._fit
        if other is not None:
            other.hide()
        for part, is_shown in zip((self.agenda, middle, self.notes), shown, strict=True):
            part.setVisible(is_shown)
        is_fixed, width = columns is Columns.THREE, self._theme.px(AGENDA_WIDTH)
        self.agenda.setMaximumWidth(width if is_fixed else _NO_LIMIT)
        self.agenda.setMinimumWidth(width if is_fixed else 0)
        self._row.setStretch(0, 0 if is_fixed else 2)
