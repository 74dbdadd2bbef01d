"""A whole conversation as its host goes through it, with nothing but the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.services import outbox_reading, reading
from ogp_desktop.services.outbox_reading import Dispatch
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.review.review_screen import ReviewScreen
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.send.send_screen import SendScreen
from ogp_desktop.ui.views.views_screen import ViewsScreen
from tests.support.pages_program import ALT, CONTROL, ProgramPage, words_of

_DIGITS = (
    Qt.Key.Key_0,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
)


class Journey:
    """Steps from the first page to the receipt; each ends where the next one begins."""

    def __init__(self, page: ProgramPage) -> None:
        self.page = page

    @property
    def conversation_id(self) -> ConversationId:
        """Return the only conversation there is."""
        [row] = reading.conversations(self.page.at)
        return ConversationId(row.id)

    @property
    def dispatch(self) -> Dispatch:
        """Return the only submission there is."""
        [dispatch] = outbox_reading.outbox(self.page.at)
        return dispatch

    def start_my_own(self) -> None:
        """Leave the first page."""
        self.page.push("Start my own")
        assert isinstance(self.page.page, PrepareScreen)

    def prepare(self, *, title: str, place: str, minutes: int, people: int) -> None:
        """Say what the host decides beforehand, and start: the keyboard belongs to the note."""
        self.page.fill("Title", title)
        self.page.fill("Place", place)
        self.page.fill("Minutes", str(minutes))
        self.page.fill("People", str(people))
        self.page.push("Start")
        assert isinstance(self.page.page, RunScreen)
        assert words_of(self.page.cursor()).startswith("Note")

    def next_item(self) -> None:
        """Go to the next item of the agenda."""
        self.page.press(Qt.Key.Key_F8)

    def note(self, words: str, *, kind: int | None = None, card: int | None = None) -> None:
        """Write one line of a kind, and say which card it belongs to."""
        self.page.tab_to("Note")
        if kind is not None:
            self.page.press(_DIGITS[kind], CONTROL)
        if card is not None:
            self.page.press(_DIGITS[card], ALT)
        self.page.type(words)
        self.page.press(Qt.Key.Key_Return)

    def rank(self, words: str, rank: int) -> None:
        """Go by the arrow keys to the row that says these words, and give it a rank."""
        rows = self.page.tab_to("Notes on this question")
        assert isinstance(rows, QAbstractItemView)
        self.page.press(Qt.Key.Key_Home)
        for _ in range(rows.model().rowCount()):
            said = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            if words in said:
                self.page.press(_DIGITS[rank])
                return
            self.page.press(Qt.Key.Key_Down)
        raise AssertionError(words)

    def lean(self, first_step: str, steps: int) -> None:
        """Go to a scale by the words of its first step, so many steps on, and choose."""
        self.page.tab_to(first_step)
        for _ in range(steps):
            self.page.press(Qt.Key.Key_Right)
        self.page.press(Qt.Key.Key_Space)

    def count_views(self, *, paper: int, passed: int, rows: tuple[tuple[int, ...], ...]) -> None:
        """Type in what was counted, close, and come back to Run."""
        self.page.push("Open individual views")
        assert isinstance(self.page.page, ViewsScreen)
        self.page.fill("Paper", str(paper))
        self.page.fill("Passed", str(passed))
        for row in rows:
            for count in row:
                self.page.type(str(count))
                self.page.press(Qt.Key.Key_Tab)
        self.page.push("Close and show results")
        self.page.press(Qt.Key.Key_PageUp, CONTROL)
        assert isinstance(self.page.page, RunScreen)

    def end(self) -> None:
        """End the conversation and go to Review."""
        self.page.push("End")
        self.page.push("Review")
        review = self.page.page
        assert isinstance(review, ReviewScreen)
        self.page.qtbot.waitUntil(review.foot.isVisible)  # it is read beside the GUI thread

    def settle(self, country: str) -> None:
        """Answer what is still asked, one after the other, until it can be sealed."""
        self.page.push("Settle the first")
        self.page.fill("Country", country)
        for _ in range(20):
            if not self._offers("Settle the first"):
                return
            self.page.push("Settle the first")
            is_list = self.page.cursor().inherits("QComboBox")
            self.page.press(Qt.Key.Key_Down if is_list else Qt.Key.Key_Space)
        message = "there is no end to what is to be settled"
        raise AssertionError(message)

    def seal(self) -> None:
        """Seal; Send opens by itself."""
        self.page.push("Seal and queue")
        assert isinstance(self.page.page, SendScreen)

    def send_to(self, *, name: str, url: str, code: str, key: str) -> None:
        """Set the address and give leave to go there."""
        self.page.push("Choose how to hand over")
        self.page.fill("Name of the place it goes to", name)
        self.page.fill("Address", url)
        self.page.fill("Access code", code)
        self.page.push("More: kind of server, keys")
        self.page.fill("Receipt key", key)
        self.page.push("Send when online")

    def _offers(self, words: str) -> bool:
        return any(one.text() == words for one in self.page.buttons())
