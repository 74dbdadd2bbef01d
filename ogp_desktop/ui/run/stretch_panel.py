"""What the host does in an item without a question: its steps in minutes, and what to read out."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui import words_run
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.run.run_state import StretchState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import Label, WrapLabel


class StretchPanel(QWidget):
    """Renders a ``StretchState``; ``views_requested()`` asks for the individual views."""

    views_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: StretchState | None = None
        self._name = Label(theme, role="question")
        self._steps = WrapLabel(theme, role="caption", color="ink2")
        self._aloud = Label(theme, role="h3")
        self._spoken = WrapLabel(theme)
        self._views = Button(theme, kind="tinted", icon="tablet-smartphone")
        self._views.clicked.connect(self.views_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._name, self._steps, self._aloud, self._spoken):
            self._column.addWidget(widget)
        self._column.addWidget(self._views)
        theme.changed.connect(self._lengths)
        self._lengths()

    def show_state(self, state: StretchState) -> None:
        """Show the item."""
        self._state = state
        self._name.setText(words_run.item_name(state.item_id))
        steps = words_run.steps(state.steps)
        self._steps.setText(steps)
        self._steps.setVisible(bool(steps))
        self._aloud.setText(self.tr("Read aloud"))
        self._aloud.setVisible(bool(state.spoken))
        self._spoken.setText(no_break("\n\n".join(state.spoken)))
        self._spoken.setVisible(bool(state.spoken))
        self._views.setText(self.tr("Open individual views"))
        self._views.setVisible(state.item_id == "individual")

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state)

    def _lengths(self) -> None:
        self._column.setSpacing(self._theme.px(8))
