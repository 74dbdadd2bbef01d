"""Makes a page in turns that nobody feels, and loses no key that is pressed meanwhile."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_AT_A_TIME = 40


def shown_in_turns(part: QWidget) -> Iterator[None]:
    """Show a part that was filled out of sight: its looks first, then its layout, then itself."""
    for place, widget in enumerate(part.findChildren(QWidget), 1):
        widget.ensurePolished()
        if place % _AT_A_TIME == 0:
            yield
    layout = part.layout()
    if layout is not None:
        layout.activate()
    yield
    part.show()
    yield


class InTurns(QObject):
    """Takes one step in each turn of the window; ``finished()`` when there is none left.

    While it lasts the page itself may have the cursor. What is typed then is held, and given to
    whatever has the cursor after ``finished``, in the order in which it was typed. A page that
    nobody sees rests, and goes on when it is seen again.
    """

    finished = Signal()

    def __init__(self, steps: Iterator[None], page: QWidget) -> None:
        super().__init__(page)
        self._steps: Iterator[None] | None = steps
        self._page = page
        self._held: list[QKeyEvent | QInputMethodEvent] = []
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        page.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._is_resting = False
        self._go()

    def rest(self) -> None:
        """Take no step until ``go_on``."""
        self._is_resting = True
        self._timer.stop()

    def go_on(self) -> None:
        """Go on after a rest."""
        self._is_resting = False
        self._go()

    def settle(self) -> None:
        """Take all the steps that are left, at once, if something was typed that waits for them."""
        while self._held and self._steps is not None:
            self._step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what is typed, and rest while the page is hidden."""
        if event.type() == QEvent.Type.Show:
            self._go()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
            return True
        if isinstance(event, QInputMethodEvent) and event.commitString():
            self._held.append(event.clone())
            return True
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        if self._page.isVisible() and not self._is_resting:
            self._timer.start(0)

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._end()
            self._page.removeEventFilter(self)
            self.finished.emit()
            self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._page.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
            self._hand_over()
            self.deleteLater()
        except BaseException:
            self._end()  # half a page takes no keys
            raise

    def _end(self) -> None:
        self._steps = None
        self._timer.stop()

    def _hand_over(self) -> None:
        held, self._held = self._held, []
        for event in held:
            if not (isinstance(event, QKeyEvent) and self._is_shortcut(event)):
                QApplication.sendEvent(self._page.window().focusWidget(), event)

    def _is_shortcut(self, event: QKeyEvent) -> bool:
        """Do what a shortcut of the page does; an event that is sent never comes to one."""
        pressed = QKeySequence(event.keyCombination())
        for shortcut in self._page.findChildren(QShortcut):
            if shortcut.isEnabled() and shortcut.key() == pressed:
                shortcut.activated.emit()
                return True
        return False
