"""The foot of the middle column: a true small copy of what the room sees, and its switches."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_state import AudienceState, ScreenState
from ogp_desktop.ui.audience.audience_window import RoomCopy, ink_of
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.run_state import RunState
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.pill import Pill


class AudienceFoot(QWidget):
    """Renders what the room sees and whether a screen shows it; every signal is an intention."""

    screen_requested = Signal()
    blank_requested = Signal()
    timer_requested = Signal()
    bright_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: RunState | None = None
        self._screen = ScreenState.OFF
        self._is_bright = False
        self._picture = RoomCopy(theme)
        self._words = WrapLabel(theme, role="caption_b")
        self._options = Pill(theme, icon="ellipsis")
        self._first = Button(theme)
        self._timer = Button(theme, icon="timer")
        self._lay_out()
        self._first.clicked.connect(self._on_first)
        self._timer.clicked.connect(self.timer_requested)
        self._options.clicked.connect(self._open_options)
        theme.changed.connect(self._lengths)
        self._lengths()

    def show_state(self, state: RunState, screen: ScreenState, *, is_bright: bool) -> None:
        """Show what the room sees, or would see."""
        self._state, self._screen, self._is_bright = state, screen, is_bright
        self._render_picture(state.audience)
        self._words.setText(words_audience.screen(screen))
        self._words.set_color(ink_of(screen))
        self._options.set_icon("triangle-alert" if screen is ScreenState.LOST else "ellipsis")
        self._options.setAccessibleName(self.tr("Audience screen options"))
        self._options.setToolTip(self.tr("Audience screen options"))
        self._render_first(state)
        has_timer = state.has_audience_timer
        self._timer.setText(self.tr("Hide timer") if has_timer else self.tr("Show timer"))
        self._timer.setToolTip(shown_keys("audience_timer"))

    @property
    def words(self) -> str:
        """What is said about the room's screen."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_state(self._state, self._screen, is_bright=self._is_bright)

    @property
    def _is_open(self) -> bool:
        return self._screen.is_open

    def _render_picture(self, state: AudienceState) -> None:
        self._picture.show_state(state, is_bright=self._is_bright)

    def _render_first(self, state: RunState) -> None:
        if not self._is_open:
            is_lost = self._screen is ScreenState.LOST
            self._first.set_icon("presentation")
            self._first.setText(self.tr("Show again") if is_lost else self.tr("Open"))
            self._first.set_name(
                self.tr("Open the audience screen ({key})").format(key=shown_keys("audience"))
            )
            return
        self._first.set_icon("eye" if state.is_blank else "eye-off")
        words = self.tr("Show") if state.is_blank else self.tr("Blank")
        self._first.setText(words)
        self._first.set_name(
            self.tr("{action} ({key})").format(action=words, key=shown_keys("blank"))
        )

    def _on_first(self) -> None:
        if self._is_open:
            self.blank_requested.emit()
        else:
            self.screen_requested.emit()

    def _open_options(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Close the audience screen") if self._is_open else self.tr("Open it")
        switch = menu.addAction(words)
        switch.setShortcut(shown_keys("audience"))
        switch.triggered.connect(self.screen_requested)
        bright = menu.addAction(self.tr("Bright room: dark words on white"))
        bright.setCheckable(True)
        bright.setChecked(self._is_bright)
        bright.toggled.connect(self.bright_requested)
        menu.popup(self._options.mapToGlobal(self._options.rect().bottomLeft()))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._side = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(self._options, 0, Qt.AlignmentFlag.AlignTop)
        self._side.addLayout(head)
        self._side.addWidget(self._first)
        self._side.addWidget(self._timer)
        self._row.addLayout(self._side, 1)

    def _lengths(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(12), px(16), px(14))
        self._row.setSpacing(px(12))
        self._side.setSpacing(px(6))
        self._picture.setFixedSize(px(160), px(90))
