"""Individual views as a host counts them: kept at once, hidden until closed, never by person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.individual_views import IndividualViews, Method
from ogp_desktop.services import tallying
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage
from ogp_desktop.ui.views.tally_grid import TallyBars
from ogp_desktop.ui.views.views_opening import open_views
from ogp_desktop.ui.views.views_screen import ViewsScreen
from ogp_desktop.ui.widgets.number import CountField
from tests.support.desks import desk_at
from tests.support.pages_run import new_conversation


class ViewsPage:
    """An open Individual views screen of a room of 12 people."""

    def __init__(self, qtbot: QtBot, desk: Desk, kit: str = "ogp-strategy-2022") -> None:
        self._qtbot = qtbot
        self._desk = desk
        self.id: ConversationId = new_conversation(desk, kit=kit)
        self.screen: ViewsScreen = open_views(desk, self.id)
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 752)
        self.screen.show()
        qtbot.waitExposed(self.screen)

    def kept(self) -> IndividualViews:
        """Return what is on the disk."""
        return tallying.views(self._desk.workplace, conversation_id=self.id)

    def count(self, name: str, number: int) -> None:
        """Type a count into the field whose name begins so, and go on."""
        QApplication.processEvents()
        fields = self.screen.findChildren(CountField)
        field = next(one for one in fields if one.accessibleName().startswith(name))
        field.selectAll()
        self._qtbot.keyClicks(field, str(number))
        self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def press(self, words: str) -> None:
        """Press the button with these words."""
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """Return the button that can be seen with these words."""
        QApplication.processEvents()
        buttons = self.screen.findChildren(QAbstractButton)
        return next(one for one in buttons if one.text() == words and one.isVisible())

    def push(self, words: str) -> None:
        """Press the button with these words by the keyboard."""
        button = self.button(words)
        button.setFocus()
        self._qtbot.keyClick(button, Qt.Key.Key_Space)

    def says(self, words: str) -> bool:
        """Tell whether these words can be read."""
        QApplication.processEvents()
        labels = self.screen.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def shows_results(self) -> bool:
        """Tell whether any result can be seen."""
        return any(bars.isVisible() for bars in self.screen.findChildren(TallyBars))


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with an empty data file."""
    with desk_at(tmp_path, qapp) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ViewsPage:
    """The screen of a new conversation on the OGP kit."""
    return ViewsPage(qtbot, desk)


def _fill(page: ViewsPage) -> None:
    page.count("Paper", 11)
    page.count("Passed", 1)
    for first in (
        "A wide range of policy areas",
        "Support and build coalitions of reformers",
        "Expand the community and membership",
    ):
        page.count(first, 11)


def test_paper_is_suggested_with_its_arithmetic_for_twelve(page: ViewsPage) -> None:
    assert page.says("12 sheet")
    assert page.says("Then 24 min of typing")
    assert page.says("Too long for the")
    assert page.says("Suggested")


def test_counts_are_on_disk_when_typed(page: ViewsPage) -> None:
    page.count("Paper", 9)
    page.count("Passed", 1)
    page.count("A wide range of policy areas", 4)
    kept = page.kept()
    assert (kept.received, kept.passed) == ({Method.PAPER: 9}, 1)
    assert list(kept.tallies.values()) == [{"-2": 4}]
    assert page.says("Received 9 of 12")
    assert page.says("4 of 9 counted")


def test_answers_typed_before_the_number_received_are_on_disk(
    page: ViewsPage, qtbot: QtBot
) -> None:
    page.count("A wide range of policy areas", 4)
    assert page.says("4 of 0 counted")
    assert not page.says("Not kept")
    assert list(page.kept().tallies.values()) == [{"-2": 4}]
    page.press("Close and show results")
    assert page.says("Not closed: 0 received, but more answers to a choice are counted.")
    assert not page.kept().is_closed
    page.count("Paper", 4)
    assert not page.says("Not closed")
    assert page.says("4 of 4 counted")


def test_typed_zero_stays_a_zero(page: ViewsPage) -> None:
    for name in ("Paper", "Passed", "A wide range of policy areas"):
        page.count(name, 3)
        page.count(name, 0)
    page.count("Show of hands", 5)
    shown = {one.accessibleName(): one.text() for one in page.screen.findChildren(CountField)}
    assert (shown["Paper"], shown["Passed"], shown["Shared laptop"]) == ("0", "0", "\N{EN DASH}")
    assert next(text for name, text in shown.items() if name.startswith("A wide")) == "0"
    assert page.kept().received == {Method.PAPER: 0, Method.HANDS: 5}


def test_more_answers_than_people_are_refused_beside_the_fields(page: ViewsPage) -> None:
    page.count("Paper", 13)
    assert page.says("Not kept: more answers than the 12")
    assert page.kept().received.get(Method.PAPER, 0) <= 12
    page.count("Paper", 12)
    assert not page.says("Not kept")
    assert page.kept().received == {Method.PAPER: 12}


def test_results_stay_hidden_until_closed(page: ViewsPage) -> None:
    _fill(page)
    assert not page.shows_results()
    page.press("Close and show results")
    assert page.shows_results()
    assert page.kept().is_closed
    page.press("Count again")
    assert not page.shows_results()


def test_missing_sheet_is_asked_about_before_results_are_shown(page: ViewsPage) -> None:
    _fill(page)
    page.count("Passed", 0)
    page.press("Close and show results")
    assert page.says("11 answers and 0 passed. 1 is missing.")
    assert not page.kept().is_closed
    page.press("Go on counting")
    assert not page.says("1 is missing.")
    page.press("Close and show results")
    page.press("It is right, show results")
    assert page.kept().is_closed
    assert page.shows_results()


def test_cursor_goes_to_the_next_step_when_its_place_is_gone(desk: Desk, qtbot: QtBot) -> None:
    page = ViewsPage(qtbot, desk)
    window = ShellWindow()
    window.furnish(desk.theme)
    qtbot.addWidget(window)
    window.show_page(page.screen)
    window.show()
    _fill(page)
    page.count("Passed", 0)
    for words in (
        "Close and show results",
        "Go on counting",
        "Close and show results",
        "It is right, show results",
        "Count again",
    ):
        page.push(words)
        assert window.focusWidget() is page.screen.go, words


def test_counts_that_cannot_be_kept_stay_on_the_page_when_close_is_pressed(
    page: ViewsPage,
) -> None:
    page.count("Paper", 13)
    page.press("Close and show results")
    shown = next(
        field
        for field in page.screen.findChildren(CountField)
        if field.accessibleName().startswith("Paper")
    )
    assert shown.text() == "13"
    assert not page.kept().is_closed


def test_closed_collection_leads_to_review(page: ViewsPage, qtbot: QtBot) -> None:
    _fill(page)
    page.press("Close and show results")
    with qtbot.waitSignal(page.screen.stage_requested) as asked:
        page.press("Go to Review")
    assert asked.args == [Stage.REVIEW]


def test_sheet_is_written_where_the_person_chose(page: ViewsPage, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    page.screen.sheet_wanted.emit(file)
    assert file.read_bytes().startswith(b"%PDF")
    assert page.says("The sheet is saved.")


def test_kit_without_choices_says_so(qtbot: QtBot, desk: Desk) -> None:
    page = ViewsPage(qtbot, desk, "village-priorities")
    assert page.says("This kit has no either/or choices")


def test_everything_the_keyboard_reaches_has_a_name(page: ViewsPage) -> None:
    unnamed = [
        widget
        for widget in page.screen.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 752), (1024, 552)])
def test_nothing_is_cut_at_twice_the_text_size(
    page: ViewsPage, desk: Desk, qapp: QApplication, size: tuple[int, int]
) -> None:
    desk.theme.apply(qapp, "light", 2.0)
    page.screen.resize(*size)
    for _ in range(4):
        qapp.processEvents()
    cut = [
        label.text()
        for label in page.screen.findChildren(QLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]
    wide = page.screen.minimumSizeHint().width()
    desk.theme.apply(qapp, "light", 1.0)
    assert cut == []
    assert wide <= size[0]
