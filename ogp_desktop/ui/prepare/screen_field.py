"""The row of the second screen: which one was found, and a test picture on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.ui.prepare.second_screen import ScreenFact
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.words_prepare import screen_sentence


class ScreenField(QWidget):
    """``test_requested()`` shows the picture or takes it off; ``look_requested()`` looks again."""

    test_requested = Signal()
    look_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = WrapLabel(theme, "", "body")
        self._test = Button(theme, "", "plain", icon="presentation")
        self._test.clicked.connect(self.test_requested)
        self._look = Button(theme, "", "plain", icon="refresh-cw")
        self._look.clicked.connect(self.look_requested)
        buttons = FlowBox(theme, 8)
        buttons.add(self._test)
        buttons.add(self._look)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addWidget(buttons)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, fact: ScreenFact) -> None:
        """Say what is found; a button that went away hands its cursor to the other one."""
        had_cursor = self._test.hasFocus() or self._look.hasFocus()
        is_found = fact.name is not None
        self._words.setText(screen_sentence(fact))
        self._test.setText(self.tr("End the test") if fact.is_tested else self.tr("Test"))
        self._look.setText(self.tr("Look again"))
        self._test.setVisible(is_found)
        self._look.setVisible(not is_found)
        if had_cursor:
            (self._test if is_found else self._look).setFocus()

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._column.setSpacing(self._theme.px(6))
