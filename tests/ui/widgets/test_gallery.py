"""All widgets together, in every look: nothing cut, everything named, nothing moving."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import WrapLabel
from tests.support.gallery import gallery, needed_height

pytestmark = pytest.mark.slow

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def shown(theme: Theme, qapp: QApplication, qtbot: QtBot, width: int) -> QWidget:
    page = gallery(theme)
    qtbot.addWidget(page)
    page.resize(width, 200)
    page.show()
    qapp.processEvents()
    page.resize(width, needed_height(page, width))
    qapp.processEvents()
    return page


@pytest.mark.parametrize(
    ("scale", "width", "direction"),
    [(1.0, 1280, LTR), (1.0, 1280, RTL), (1.5, 1920, LTR), (2.0, 2400, LTR), (2.0, 2400, RTL)],
)
def test_nothing_is_cut(
    theme: Theme,
    qapp: QApplication,
    qtbot: QtBot,
    scale: float,
    width: int,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.apply(qapp, "light", scale)
    page = shown(theme, qapp, qtbot, width)
    cut = []
    for button in page.findChildren(QAbstractButton):
        hint = button.sizeHint()
        if button.isVisible() and (
            button.width() < hint.width() or button.height() < hint.height()
        ):
            cut.append(f"{button.accessibleName() or button.text()} {button.size()} {hint}")
    for label in page.findChildren(QLabel):
        if not label.isVisible():
            continue
        if isinstance(label, WrapLabel):
            needed = label.heightForWidth(label.width())
        else:
            needed = label.minimumSizeHint().height()
        if label.height() < needed or label.width() < label.minimumSizeHint().width():
            cut.append(f"{label.text()} {label.size()}")
    rows = [box for box in page.findChildren(FlowBox) if box.isVisible()]
    cut += [str(row.size()) for row in rows if row.height() < row.heightForWidth(row.width())]
    assert cut == []


def test_everything_that_takes_focus_has_a_name(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    page = shown(theme, qapp, qtbot, 1280)
    unnamed = []
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.objectName() == "qt_spinbox_lineedit" or type(widget).__module__ == "QtWidgets":
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        is_ours = type(widget).__module__.startswith("ogp_desktop")
        if is_ours and (found is None or not found.text(QAccessible.Text.Name)):
            unnamed.append(repr(widget))
    assert unnamed == []


def test_targets_are_large_enough(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    page = shown(theme, qapp, qtbot, 1280)
    small = [
        button.accessibleName() or button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < 24
    ]
    assert small == []


def test_nothing_moves_by_itself(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    page = shown(theme, qapp, qtbot, 1280)
    assert page.findChildren(QAbstractAnimation) == []
    assert [timer for timer in page.findChildren(QTimer) if timer.isActive()] == []


def test_dark_and_light_are_both_painted(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    page = shown(theme, qapp, qtbot, 1280)
    light = page.grab().toImage()
    theme.apply(qapp, "dark")
    qapp.processEvents()
    dark = page.grab().toImage()
    assert light.pixelColor(5, 500).lightness() > 200
    assert dark.pixelColor(5, 500).lightness() < 60
