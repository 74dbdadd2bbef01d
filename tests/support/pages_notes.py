"""The notes pane as a person uses it: typing, keys, and what can be read in the list."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.errors import Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.notes import Note
from ogp_desktop.services import preparing, reading
from ogp_desktop.storage.store import Store, UnitOfWork
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_opening import open_notes
from ogp_desktop.ui.run.notes_pane import NotesPane

KIT = "ogp-strategy-2022"
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class FullDisk:
    """A store whose disk can be full for a while; everything else is the real one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path
        self.is_full = False

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Refuse while the disk is full."""
        if self.is_full:
            raise Trouble("disk_full")
        with self._store.writing() as unit:
            yield unit

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Read as always."""
        return self._store.reading()


def new_conversation(desk: Desk, *, kit: str = KIT, people: int = 18) -> ConversationId:
    """Keep a conversation with so many people."""
    made = preparing.create_conversation(desk.workplace, kit_id=kit, language="en")
    preparing.change_preparation(
        desk.workplace,
        conversation_id=made.id,
        preparation=replace(made.preparation, people=people),
    )
    return made.id


class NotesPage:
    """An open notes pane in its own window."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        conversation_id: ConversationId,
        size: tuple[int, int] = (616, 656),
    ) -> None:
        self.qtbot, self.desk, self.conversation_id = qtbot, desk, conversation_id
        self.pane = NotesPane(desk.theme)
        course = reading.course(desk.workplace, conversation_id=conversation_id)
        open_notes(desk, course, self.pane)
        qtbot.addWidget(self.pane)
        self.pane.resize(*size)
        with qtbot.waitExposed(self.pane):
            self.pane.show()
        self.pane.activateWindow()
        self.pane.focus_entry()

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what is on disk."""
        return reading.notes_of(self.desk.workplace, conversation_id=self.conversation_id)

    @property
    def text(self) -> str:
        """Return what stands in the box."""
        return self.pane.entry.text()

    @property
    def sentences(self) -> list[str]:
        """Return what a screen reader would say of each row."""
        model = self.pane.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.data(model.index(row, 0), role) for row in range(model.rowCount())]

    def type(self, words: str) -> None:
        """Type into whatever has the cursor."""
        self.qtbot.keyClicks(self.cursor(), words)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key wherever the keyboard is."""
        self.qtbot.keyClick(self.cursor(), key, held)

    def write(self, words: str) -> None:
        """Type a line and press Enter; Qt's test keys cannot type beyond ASCII."""
        self.pane.focus_entry()
        if words.isascii():
            self.type(words)
        else:
            self.pane.entry.put_text(words)
        self.press(Qt.Key.Key_Return)

    def cursor(self) -> QWidget:
        """Return where the keyboard is."""
        return self.pane.focusWidget() or self.pane

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button with these words."""
        found = self.pane.findChildren(QAbstractButton)
        return next(one for one in found if one.text() == words and one.isVisible())

    def go_to(self, words: str) -> None:
        """Put the keyboard on the row whose sentence holds these words."""
        place = next(at for at, said in enumerate(self.sentences) if words in said)
        self.pane.list.setFocus()
        self.pane.list.setCurrentIndex(self.pane.list.model().index(place, 0))

    def press_on(self, words: str, at: QPoint | None = None) -> None:
        """Press the pointer on the row whose sentence holds these words."""
        place = next(row for row, said in enumerate(self.sentences) if words in said)
        rect = self.pane.list.visualRect(self.pane.list.model().index(place, 0))
        spot = rect.center() if at is None else rect.topLeft() + at
        self.qtbot.mouseClick(self.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def choose(self, words: str) -> None:
        """Choose from the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if words in one.text().replace("&", ""))
        assert action.isEnabled()
        action.trigger()
        menu.close()
