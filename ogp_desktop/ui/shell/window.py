"""The one window: the bar on top, one page below, and a way for any page to have the width told.

It lays out and hands on; where to go is decided by the navigator.
"""

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ogp_desktop.ui.layout_size import layout_size
from ogp_desktop.ui.shell.header import Header
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.notice import Notice

SMALLEST = (640, 420)
FIRST_SIZE = (1280, 800)


class ShellWindow(QMainWindow):
    """Signals: ``closing()`` before the window goes; ``shown()`` once, after the first paint."""

    closing = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, geometry: QSettings | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._geometry = geometry
        self._was_shown = False
        self.header = Header(theme)
        self.pages = QStackedWidget()
        self._notice: Notice | None = None
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.setWindowTitle("OGP Desktop")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if geometry is not None:
            kept = geometry.value("geometry")
            if isinstance(kept, QByteArray):
                self.restoreGeometry(kept)
        theme.changed.connect(self._tell_size)

    def show_page(self, page: QWidget, focus: QWidget | None = None) -> None:
        """Show a page that is already in the stack, or put it there."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_page(self, page: QWidget) -> None:
        """Take a page out of the stack and let it go."""
        self.pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_notice(self, notice: Notice | None) -> None:
        """Put a message between the bar and the page, or take it away."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            self._column.insertWidget(1, notice)

    def raise_up(self) -> None:
        """Come to the front: somebody started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _tell_size(self) -> None:
        size = layout_size(self.width(), self.height(), self._theme.text_scale)
        self.header.set_layout_size(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the bar's layout by the new size."""
        super().resizeEvent(event)
        self._tell_size()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell once that there is something to see."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.shown.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everybody save, keep where the window stood, and go."""
        self.closing.emit()
        if self._geometry is not None:
            self._geometry.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)
