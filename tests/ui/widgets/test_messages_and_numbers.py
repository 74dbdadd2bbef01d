"""Messages, numbers and the small audience picture."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.empty_state import EmptyState
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.notice import Banner, Notice, announce
from ogp_desktop.ui.widgets.number import CountField, Stepper

CHOICES = (
    Choice("take", "Take 5 min from Question 3", "Still ends 16:30"),
    Choice("later", "End 5 min later", "Ends 16:35"),
)


def test_banner_tells_which_choice_was_made(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "Question 1 has used its 30 minutes.", CHOICES)
    qtbot.addWidget(banner)
    later = banner.findChildren(Button)[1]
    assert later.accessibleDescription() == "Ends 16:35"
    with qtbot.waitSignal(banner.action_chosen, check_params_cb=lambda key: key == "later"):
        later.click()


def test_banner_puts_choices_below_when_there_is_no_room(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, "Question 1 has used its 30 minutes.", CHOICES)
    qtbot.addWidget(banner)
    banner.resize(1000, 60)
    banner.show()
    assert banner.buttons.x() > banner.words.x()
    banner.resize(420, 200)
    QApplication.processEvents()
    assert banner.buttons.y() > banner.words.y()
    for button in banner.findChildren(Button):
        assert button.width() >= button.sizeHint().width()


def test_notice_replaces_words_and_choices(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme, "warn", "Not saved since 15:20.", CHOICES)
    qtbot.addWidget(notice)
    notice.set_text("Saved.")
    notice.set_kind("ok")
    notice.set_choices(())
    assert notice.words.text() == "Saved."
    assert notice.buttons.isHidden()


def test_empty_state_offers_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "inbox", "Nothing waits.", choices=(Choice("new", "New"),))
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_chosen, check_params_cb=lambda key: key == "new"):
        empty.findChildren(QPushButton)[0].click()


def test_announcement_is_accepted(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme, "info", "Saved")
    qtbot.addWidget(notice)
    announce(notice, "Saved 15:28")
    assert notice.words.text() == "Saved"


def test_stepper_steps_within_its_bounds_and_tells_people_only(theme: Theme, qtbot: QtBot) -> None:
    stepper = Stepper(theme, 20, 0, 25, "Minutes of Question 2", step=5)
    qtbot.addWidget(stepper)
    told: list[int] = []
    stepper.value_changed.connect(told.append)
    less, more = stepper.findChildren(Button)
    more.click()
    assert (stepper.value(), more.isEnabled()) == (25, False)
    less.click()
    assert told == [25, 20]
    stepper.set_value(0)
    stepper.set_range(0, 10)
    assert told == [25, 20]
    assert not less.isEnabled()
    field = stepper.findChild(CountField)
    assert isinstance(field, CountField)
    found = QAccessible.queryAccessibleInterface(field)
    assert found is not None
    assert found.role() == QAccessible.Role.SpinBox
    assert found.text(QAccessible.Text.Name) == "Minutes of Question 2"


def test_count_that_was_not_given_is_nothing_and_not_zero(theme: Theme, qtbot: QtBot) -> None:
    field = CountField(theme, "Government", None, is_optional=True)
    qtbot.addWidget(field)
    assert field.count() is None
    told: list[object] = []
    field.value_changed.connect(told.append)
    field.selectAll()
    QTest.keyClicks(field.lineEdit(), "4")
    assert (field.count(), told[-1]) == (4, 4)
    field.set_count(None)
    assert field.count() is None
    assert told[-1] == 4


def test_number_is_typed_beside_the_dash_and_deleted_to_nothing(theme: Theme, qtbot: QtBot) -> None:
    field = CountField(theme, "Government", None, is_optional=True)
    qtbot.addWidget(field)
    told: list[object] = []
    field.value_changed.connect(told.append)
    field.lineEdit().end(False)
    QTest.keyClicks(field.lineEdit(), "11")
    assert (field.count(), field.lineEdit().text()) == (11, "11")
    for _ in range(2):
        QTest.keyClick(field.lineEdit(), Qt.Key.Key_Backspace)
    assert field.count() is None
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert field.lineEdit().text() == "\u2013"
    assert told[:4] == [1, 11, 1, None]


def test_number_is_replaced_by_typing_when_the_cursor_was_brought_to_it(
    theme: Theme, qtbot: QtBot
) -> None:
    field = CountField(theme, "People", 18)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field.lineEdit(), "7")
    assert field.count() == 7


def test_wheel_over_a_number_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    field = CountField(theme, "People", 18)
    qtbot.addWidget(field)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.count() == 18


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frame_of_a_number_is_whole_at_any_text_size(
    theme: Theme, qapp: QApplication, qtbot: QtBot, scale: float, scheme: str
) -> None:
    theme.apply(qapp, scheme, scale)
    field = CountField(theme, "People", 18)
    qtbot.addWidget(field)
    field.show()
    field.clearFocus()
    whole = field.grab().toImage()
    field.lineEdit().hide()
    frame = field.grab().toImage()
    corner = range(theme.px(8))
    assert all(
        whole.pixelColor(left, top) == frame.pixelColor(left, top)
        for left in corner
        for top in corner
    )
    theme.apply(qapp, "light", 1.0)


def test_number_lets_its_frame_through_after_it_was_refused(theme: Theme, qtbot: QtBot) -> None:
    number = CountField(theme, "People", 3)
    row = FieldRow(theme, number)
    qtbot.addWidget(row)
    row.show()
    for refusal in ("Too many", ""):
        row.set_refusal(refusal)
        QApplication.processEvents()
        ground = number.lineEdit().palette().color(QPalette.ColorRole.Base)
        assert ground.alpha() == 0
