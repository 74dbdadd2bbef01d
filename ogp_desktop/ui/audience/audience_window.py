"""The room's window: paints one ``AudienceState`` on a screen that is not the host's.

It is handed frozen states and reads no widget of the host, so that nothing private can reach it.
"""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ogp_desktop.paths import data_root
from ogp_desktop.ui import words_audience
from ogp_desktop.ui.audience.audience_painter import paint_audience
from ogp_desktop.ui.audience.audience_state import AudienceState, ScreenState
from ogp_desktop.ui.audience.sheet import Sheet
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.theme.tokens import ColorName
from ogp_desktop.ui.translation import speaker


class AudiencePicture(QWidget):
    """The drawing alone; in small on the host's screen, in large in the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = AudienceState()
        self._speaker = speaker(self._state.language, data_root())
        self._is_bright = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)
        self._describe()

    def show_state(self, state: AudienceState, *, is_bright: bool = False) -> None:
        """Show this; paints again only when something is different."""
        if (state, is_bright) != (self._state, self._is_bright):
            if state.language != self._state.language:
                self._speaker = speaker(state.language, data_root())
            self._state, self._is_bright = state, is_bright
            self.setLocale(QLocale(state.language))
            self.setLayoutDirection(self.locale().textDirection())
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:
        """Sixteen to nine, as small as it is still a picture."""
        return QSize(self._theme.px(160), self._theme.px(90))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the copy on the host's screen."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the state."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        sheet = Sheet(painter, self._theme, self.rect(), self._speaker, self._is_bright)
        paint_audience(sheet, self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Speak to the host in the other language at once; the room's words stay as they are."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(words_audience.read_aloud(self._state, self._speaker))


class RoomCopy(AudiencePicture):
    """The room's picture in small, with an edge so that it stands out on any ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.color("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def ink_of(screen: ScreenState) -> ColorName:
    """Return the colour in which the host reads how it stands with the room's screen."""
    inks: dict[ScreenState, ColorName] = {
        ScreenState.OFF: "ink2",
        ScreenState.ON: "ink",
        ScreenState.ONLY_ONE: "warn",
        ScreenState.LOST: "over",
    }
    return inks[screen]


class AudienceWindow(AudiencePicture):
    """A window of its own, full screen on the room's screen.

    Signals: ``closed()`` when it is gone, whoever closed it; ``key_pressed(event)`` for a clicker
    that types into it.
    """

    closed = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("What the room sees"))

    def sizeHint(self) -> QSize:
        """A comfortable size where there is only one screen."""
        return QSize(960, 540)

    def minimumSizeHint(self) -> QSize:
        """May be made small."""
        return QSize(320, 180)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys over: a clicker speaks to the window that is in front."""
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the room sees nothing any more."""
        super().closeEvent(event)
        self.closed.emit()
