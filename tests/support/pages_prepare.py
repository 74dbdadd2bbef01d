"""The Prepare screen as a person uses it: by the names of its fields, its buttons and its words."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.conversation import Conversation
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services.reading import prepared
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.prepare.prepare_opening import open_prepare
from ogp_desktop.ui.widgets.number import CountField
from tests.support.alone import show_alone, visible_buttons

_W = TypeVar("_W", bound=QWidget)


class PreparePage:
    """An open Prepare screen in its own window."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        conversation_id: ConversationId,
        size: tuple[int, int] = (1280, 752),
    ) -> None:
        self._qtbot = qtbot
        self._desk = desk
        self._id = conversation_id
        self.screen = open_prepare(desk, conversation_id)
        show_alone(qtbot, self.screen, size)

    def conversation(self) -> Conversation:
        """Return what is on the disk."""
        return prepared(self._desk.workplace, conversation_id=self._id).conversation

    def type_text(self, name: str, text: str) -> None:
        """Type into a field in place of what stands there, and go on."""
        line = self._named(QLineEdit, name)
        line.selectAll()
        self._qtbot.keyClicks(line, text)
        self._qtbot.keyClick(line, Qt.Key.Key_Return)

    def clear_text(self, name: str) -> None:
        """Delete what stands in a field, and go on."""
        line = self._named(QLineEdit, name)
        line.selectAll()
        self._qtbot.keyClick(line, Qt.Key.Key_Delete)
        self._qtbot.keyClick(line, Qt.Key.Key_Return)

    def show_agenda(self) -> None:
        """Go to the agenda where it is behind a tab."""
        for button in visible_buttons(self.screen):
            if button.text().startswith(("Agenda: ", "Déroulé")):
                self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def type_number(self, name: str, number: int) -> None:
        """Type a number and press Enter."""
        field = self._named(CountField, name)
        field.selectAll()
        self._qtbot.keyClicks(field, str(number))
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def press(self, words: str) -> None:
        """Press the button with these words or this name."""
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button with these words or this name."""
        found = self._buttons(words)
        assert found, words
        return found[0]

    def offers(self, words: str) -> bool:
        """Tell whether a button with these words can be seen."""
        return bool(self._buttons(words))

    def says(self, words: str) -> bool:
        """Tell whether these words can be read on the page."""
        QApplication.processEvents()
        labels = self.screen.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def focusable(self) -> list[QWidget]:
        """Return everything that the keyboard reaches."""
        return [
            widget
            for widget in self.screen.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]

    def _buttons(self, words: str) -> list[QAbstractButton]:
        QApplication.processEvents()
        found = visible_buttons(self.screen)
        return [one for one in found if words in {one.accessibleName(), one.text()}]

    def _named(self, kind: type[_W], name: str) -> _W:
        QApplication.processEvents()
        for widget in self.screen.findChildren(kind):
            if widget.accessibleName() == name and widget.isVisible():
                return widget
        raise AssertionError(name)
