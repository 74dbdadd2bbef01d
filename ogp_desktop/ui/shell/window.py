"""The one window: the bar on top, one page below, and a way for any page to have the width told.

It lays out and hands on; where to go is decided by the navigator. It can be shown before it is
furnished, and so names ``Qt`` only while it works: the first mention costs a sixth of the start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ogp_desktop.ui.layout_size import layout_size

if TYPE_CHECKING:
    from ogp_desktop.ui.shell.header import Header
    from ogp_desktop.ui.theme.theme import Theme
    from ogp_desktop.ui.widgets.notice import Notice

SMALLEST = (640, 420)
FIRST_SIZE = (1280, 800)


class ShellWindow(QMainWindow):
    """Signals: ``closing()`` before the window goes; ``shown()`` once, after the first paint;
    ``escaped()`` when Escape was pressed and nothing in the page had a use for it;
    ``leave_asked()`` when the window is to be closed and ``asks_before_leaving`` said yes.
    """

    closing = Signal()
    shown = Signal()
    escaped = Signal()
    leave_asked = Signal()

    header: "Header"
    pages: QStackedWidget
    _theme: "Theme"
    _centre: QWidget
    _notice_box: QVBoxLayout

    def __init__(self, geometry: QSettings | None = None) -> None:
        super().__init__()
        self._geometry = geometry
        self._is_furnished = False
        self._was_shown = False
        self._is_leaving = False
        self.asks_before_leaving: Callable[[], bool] = lambda: False
        self.notice: Notice | None = None
        self._focus_before: QWidget | None = None
        self.setWindowTitle("OGP Desktop")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if geometry is not None:
            kept = geometry.value("geometry")
            if isinstance(kept, QByteArray):
                self.restoreGeometry(kept)
            elif not self._fits_screen():
                self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def furnish(self, theme: "Theme") -> None:
        """Make the bar and the place for notices and pages; the first page brings them in sight."""
        from ogp_desktop.ui.shell.header import Header

        self._theme = theme
        self.header = Header(theme)
        self.pages = QStackedWidget()
        self.pages.setMinimumSize(1, 1)  # a page may scroll or fold; a notice may not be cut
        centre = self._centre = QWidget(self)
        centre.hide()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._notice_box = QVBoxLayout()
        column.addLayout(self._notice_box)
        column.addWidget(self.pages, 1)
        self._is_furnished = True
        self._tell_size()
        theme.changed.connect(self._tell_size)

    @property
    def was_shown(self) -> bool:
        """Tell whether something was painted already."""
        return self._was_shown

    def show_page(self, page: QWidget, focus: QWidget | None = None) -> None:
        """Show a page that is already in the stack, or put it there."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if self.centralWidget() is not self._centre:
            self.setCentralWidget(self._centre)
            self._centre.show()
        if focus is not None:
            focus.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def drop_page(self, page: QWidget) -> None:
        """Take a page out of the stack and let it go."""
        self.pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_notice(self, notice: "Notice | None", *, takes_focus: bool = False) -> None:
        """Put a message between the bar and the page, or take it away.

        With ``takes_focus`` it has the cursor, which goes back where it was afterwards.
        """
        had_focus = self.notice is not None and self.notice.isAncestorOf(self.focusWidget())
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.notice = notice
        if notice is not None:
            self._notice_box.addWidget(notice)
            notice.show()
        self._space_notice()
        if notice is not None:
            buttons = notice.findChildren(QAbstractButton)
            if takes_focus and buttons:
                if not had_focus:
                    self._focus_before = self.focusWidget()
                buttons[0].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        elif had_focus and self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close without asking again."""
        self._is_leaving = True
        self.close()

    def raise_up(self) -> None:
        """Come to the front: somebody started the program a second time."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _fits_screen(self) -> bool:
        room = self.screen().availableSize()
        return room.width() > self.width() and room.height() > self.height()

    def _space_notice(self) -> None:
        """Give the notice the height of all its words and buttons; the page gives way."""
        side = self._theme.px(14) if self.notice is not None else 0
        self._notice_box.setContentsMargins(side, self._theme.px(10) if side else 0, side, 0)
        if self.notice is not None:
            self.notice.setMinimumHeight(self.notice.heightForWidth(self.width() - 2 * side))

    def _tell_size(self) -> None:
        self._space_notice()
        size = layout_size(self.width(), self.height(), self._theme.text_scale)
        self.header.set_layout_size(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the bar's layout by the new size."""
        super().resizeEvent(event)
        if self._is_furnished:
            self._tell_size()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let ``Tab`` follow what is read: bar, notice, page."""
        if not self._is_furnished:
            return False
        from ogp_desktop.ui.shell.tab_order import bring_into_view, next_stop

        stop = next_stop(self._centre, self.focusWidget(), is_next=is_next)
        if stop is None:
            return False
        reasons = QtCore.Qt.FocusReason
        reason = reasons.TabFocusReason if is_next else reasons.BacktabFocusReason
        stop.setFocus(reason)
        bring_into_view(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape when nothing else had a use for it."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once, after everything in the window is painted, that there is something to see."""
        super().paintEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(0, self.shown.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while a conversation runs; else let everybody save, keep the place and go."""
        app = QGuiApplication.instance()
        is_shutting_down = isinstance(app, QGuiApplication) and app.isSavingSession()
        if not (self._is_leaving or is_shutting_down) and self.asks_before_leaving():
            event.ignore()
            self.leave_asked.emit()
            return
        self.closing.emit()
        if self._geometry is not None:
            self._geometry.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)
