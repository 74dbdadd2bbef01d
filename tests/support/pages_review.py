"""Review as a person uses it: what can be read there, and what can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.review import Review
from ogp_desktop.services import reviewing
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.review.review_opening import open_review
from ogp_desktop.ui.review.row_list import ROW, RowList
from ogp_desktop.ui.review.rows import Row


class ReviewPage:
    """The screen of one conversation."""

    def __init__(
        self, qtbot: QtBot, desk: Desk, conversation_id: ConversationId, size: tuple[int, int]
    ) -> None:
        self._desk = desk
        self._id = conversation_id
        self.screen = open_review(desk, conversation_id)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.settle()

    @property
    def rows(self) -> RowList:
        """Return the middle list."""
        return self.screen.text.rows

    @staticmethod
    def settle() -> None:
        """Let every queued layout happen."""
        for _ in range(4):
            QApplication.processEvents()

    @staticmethod
    def said(rows: RowList) -> list[str]:
        """Return each row of a list as it is read aloud."""
        model = rows.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @staticmethod
    def all_rows(rows: RowList) -> list[Row]:
        """Return the rows of a list."""
        model = rows.model()
        return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]

    def stored(self) -> Review:
        """Return the draft as it is on disk."""
        return reviewing.reviewed(self._desk.workplace, conversation_id=self._id).review

    def section(self, place: int) -> None:
        """Choose a section by its place in the list."""
        self.screen.sections.setCurrentIndex(self.screen.sections.model().index(place, 0))
        self.settle()

    def pick(self, rows: RowList, wanted: Callable[[Row], bool]) -> None:
        """Go to the first row of that kind."""
        place = next(at for at, row in enumerate(self.all_rows(rows)) if wanted(row))
        rows.setCurrentIndex(rows.model().index(place, 0))
        self.settle()

    def current(self) -> QModelIndex:
        """Return where the middle list stands."""
        return self.rows.currentIndex()

    def type(self, words: str) -> None:
        """Put the cursor into the open card and replace its words."""
        self.rows.focus_card()
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keySequence(widget, "Ctrl+A")
        QTest.keyClicks(widget, words)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button with these words, or this name."""
        for button in (within or self.screen).findChildren(QPushButton):
            is_it = words in (button.text().replace("&&", "&"), button.accessibleName())
            if is_it and button.isVisible():
                assert button.isEnabled(), words
                button.click()
                self.settle()
                return
        raise AssertionError(words)

    @staticmethod
    def key(key: Qt.Key) -> None:
        """Press a key where the cursor is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
        ReviewPage.settle()
