"""Send at every size: nothing is cut, and what is rarely pressed folds away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.send.dispatch_list import DispatchList
from tests.support.pages_send import SendPage
from tests.support.sealed import addressed, sealed_sample

Open = Callable[..., SendPage]
HERE = "https://example.org/feedback"


def unnamed(screen: QWidget) -> list[str]:
    """Return what takes the focus and has no name."""
    found = []
    for one in screen.findChildren(QWidget):
        if not one.isVisible() or one.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name):
            found.append(type(one).__name__)
    return found


def cut(screen: QWidget) -> list[str]:
    """Return the buttons that are narrower than their words, or outside the window."""
    shown = [one for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    return [one.text() for one in shown if one.width() < one.minimumSizeHint().width()]


@pytest.mark.parametrize("words", [None, "Choose how to hand over", "Read exactly what will go"])
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 752), 1.0), ((1024, 552), 1.0), ((1280, 752), 2.0), ((1024, 500), 2.0)],
)
def test_nothing_is_cut_or_unnamed_at_any_size(
    open_page: Open,
    made: SealedAndQueued,
    desk: Desk,
    qapp: QApplication,
    size: tuple[int, int],
    scale: float,
    words: str | None,
) -> None:
    sealed_sample(desk.workplace, "Radio")
    desk.theme.apply(qapp, "light", scale)
    page = open_page(size=size)
    page.screen.list.row_chosen.emit("")
    if words is not None:
        page.press(words)
    least = page.screen.minimumSizeHint()
    assert least.width() <= size[0]
    assert least.height() <= size[1]
    assert unnamed(page.screen) == []
    assert cut(page.screen) == []
    primary = [
        one
        for one in (page.screen.detail.deeds.primary, page.screen.pages.choosing.send)
        if one is not None and one.isVisible()
    ]
    assert len(primary) == (0 if words and words.startswith("Read") else 1)
    for one in primary:
        corner = one.mapTo(page.screen, one.rect().bottomRight())
        assert page.screen.rect().contains(corner)


def test_small_window_opens_the_detail_as_a_page_and_goes_back(
    open_page: Open, made: SealedAndQueued, desk: Desk, qtbot: QtBot
) -> None:
    sealed_sample(desk.workplace, "Radio")
    page = open_page(size=(800, 552))
    rows = page.screen.findChildren(DispatchList)[0]
    assert rows.isVisible()
    assert rows.width() > 700
    assert not page.screen.detail.isVisible()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.screen.detail.isVisible()
    assert not rows.isVisible()
    page.press("Outbox")
    assert rows.isVisible()


def test_rare_deeds_fold_into_a_menu_and_more_of_them_where_height_is_scarce(
    open_page: Open, made: SealedAndQueued, desk: Desk, qapp: QApplication
) -> None:
    addressed(desk.workplace, made, desk.secrets, HERE)
    desk.theme.apply(qapp, "light", 2.0)
    page = open_page(size=(1024, 500))
    assert page.button("Ask again now").y() == page.button("More").y()
    with pytest.raises(LookupError):
        page.button("Save file")
    desk.theme.apply(qapp, "light", 1.0)
    page.screen.resize(1280, 752)
    assert page.button("Save file").y() == page.button("More").y()
    with pytest.raises(LookupError):
        page.button("Print the report")
