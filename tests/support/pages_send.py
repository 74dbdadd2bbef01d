"""The Send screen as a person uses it: by its list, its buttons, its fields and its words."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId, OutboxItemId
from ogp_desktop.services.changes import Touched, changes
from ogp_desktop.services.outbox_reading import Dispatch, dispatch
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.send_opening import open_send
from ogp_desktop.ui.send.send_screen import SendScreen


class SendPage:
    """An open Send screen in its own window."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        conversation_id: ConversationId | None,
        size: tuple[int, int] = (1280, 752),
    ) -> None:
        self._qtbot = qtbot
        self.desk = desk
        screen = open_send(desk, conversation_id)
        assert isinstance(screen, SendScreen)
        self.screen = screen
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        qtbot.waitExposed(screen)

    def kept(self, item_id: OutboxItemId) -> Dispatch:
        """Return what is on the disk."""
        return dispatch(self.desk.workplace, item_id=item_id)

    def words(self) -> str:
        """Return everything that can be read on the page just now."""
        QApplication.processEvents()  # Qt shows what was just put into a layout a moment later
        found = (one for one in self.screen.findChildren(QLabel) if one.isVisible())
        return "\n".join(label.text() for label in found)

    def button(self, words: str) -> QAbstractButton:
        """Return the button that can be seen with these words."""
        QApplication.processEvents()
        for one in self.screen.findChildren(QAbstractButton):
            if one.isVisible() and one.text().replace("&&", "&") == words:
                return one
        raise LookupError(words)

    def press(self, words: str) -> None:
        """Click a button."""
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def do(self, words: str) -> None:
        """Choose what may have a button, or stand in the menu beside the next step."""
        for action in self.screen.detail.deeds.menu().actions():
            if action.text() == words:
                action.trigger()
                return
        self.press(words)

    def type_text(self, name: str, text: str) -> None:
        """Type into the field with this name, instead of what is in it."""
        for field in self.screen.findChildren(QLineEdit):
            if field.isVisible() and field.accessibleName() == name:
                field.selectAll()
                self._qtbot.keyClicks(field, text)
                return
        raise LookupError(name)

    def hear(self) -> None:
        """Tell the screen that the outbox changed, as the delivery loop does."""
        self.desk.bus.tell(changes(Touched.OUTBOX), object())


def drop(onto: QWidget, data: QMimeData) -> bool:
    """Drag something over a screen and let go of it; tell whether it was taken."""
    at, copy = QPoint(40, 40), Qt.DropAction.CopyAction
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(at, copy, *held)
    entering.ignore()
    QApplication.sendEvent(onto, entering)
    if entering.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(at.toPointF(), copy, *held))
    return entering.isAccepted()
