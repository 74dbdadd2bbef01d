"""Buttons, pills, tags and choices: what assistive technology hears, keys, and nothing cut."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button, ButtonKind
from ogp_desktop.ui.widgets.choices import (
    BoxRadio,
    Option,
    SegmentedChoice,
    StageSwitcher,
)
from ogp_desktop.ui.widgets.kinds import KindKeys
from ogp_desktop.ui.widgets.lean import LeanScale
from ogp_desktop.ui.widgets.pill import ClockState, Pill, StatePill, Tag
from ogp_desktop.ui.widgets.toggle import ToggleChip

KINDS = (
    Option("challenge", "Challenge", "mountain", "k_chal"),
    Option("opportunity", "Opportunity", "lightbulb", "k_opp"),
    Option("we", "We could", "hand-helping", "k_we"),
)
STEPS = tuple(Option(str(step), f"Step {step}") for step in range(-2, 3))


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.role()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", [Button, Pill])
def test_button_is_pressed_by_key_when_it_has_the_cursor(
    theme: Theme, qtbot: QtBot, kind: type[Button | Pill], key: Qt.Key
) -> None:
    button = kind(theme, "Go on")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_button_says_its_words_and_what_will_happen(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Q & A", second="Ends 16:35")
    qtbot.addWidget(button)
    assert role_of(button) == QAccessible.Role.Button
    assert name_of(button) == "Q & A"
    assert button.accessibleDescription() == "Ends 16:35"


def test_button_without_words_has_a_name_and_a_tip(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, kind="quiet", icon="menu", name="Menu")
    qtbot.addWidget(button)
    assert name_of(button) == button.toolTip() == "Menu"
    assert button.sizeHint().width() >= 24
    assert button.sizeHint().height() >= 24


@pytest.mark.parametrize("kind", ["primary", "tinted", "plain", "quiet", "step"])
def test_keyboard_focus_is_seen(theme: Theme, qtbot: QtBot, kind: ButtonKind) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = Button(theme, "First", kind)
    second = Button(theme, "Second")
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(second)
    page.show()
    page.activateWindow()
    second.setFocus()
    calm = first.grab().toImage()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert first.grab().toImage() != calm


def test_keyboard_focus_is_seen_within_the_outline_when_a_choice_is_chosen(
    theme: Theme, qtbot: QtBot
) -> None:
    choice = SegmentedChoice(theme, KINDS)
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    chosen = choice.radios()[0]
    chosen.setChecked(True)
    calm = chosen.grab().toImage()
    chosen.setFocus()
    qtbot.waitUntil(chosen.hasFocus)
    ringed = chosen.grab().toImage()
    middle = calm.height() // 2
    assert ringed.pixelColor(0, middle) == calm.pixelColor(0, middle)
    assert ringed.pixelColor(theme.px(4), middle) != calm.pixelColor(theme.px(4), middle)


def test_click_leaves_the_cursor_where_it_is(theme: Theme, qtbot: QtBot) -> None:
    for widget in (
        Button(theme, "Blank"),
        Pill(theme, "Offline"),
        ToggleChip(theme, "On"),
        BoxRadio(theme, KINDS[0]),
    ):
        qtbot.addWidget(widget)
        assert widget.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_sign_and_number_of_a_step_button_stay_in_order(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "+1", "step", name="One minute more")
    qtbot.addWidget(button)
    assert button.text() == "+1"
    assert name_of(button) == "One minute more"
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = button.grab().toImage()
    button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert button.grab().toImage() == mirrored


def test_short_pill_keeps_its_whole_name(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, "Outbox 2", "inbox", "accent", short="2")
    qtbot.addWidget(pill)
    whole = pill.sizeHint().width()
    pill.set_is_short(True)
    assert pill.sizeHint().width() < whole
    assert name_of(pill) == pill.toolTip() == "Outbox 2"


def test_tag_and_state_are_read_as_text(theme: Theme, qtbot: QtBot) -> None:
    tag, state = Tag(theme, "Challenge", "mountain", "k_chal"), StatePill(theme)
    for widget in (tag, state):
        qtbot.addWidget(widget)
    state.set_state("over", "Over time")
    assert name_of(tag) == "Challenge"
    assert name_of(state) == "Over time"
    assert role_of(state) == QAccessible.Role.StaticText


def test_states_differ_in_shape_without_colour(theme: Theme, qtbot: QtBot) -> None:
    shapes: dict[str, set[tuple[int, int]]] = {}
    states: tuple[ClockState, ...] = ("running", "wrap_up", "over", "paused")
    for state in states:
        pill = StatePill(theme)
        qtbot.addWidget(pill)
        pill.set_state(state, "same")
        image = pill.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        dark = QColor(theme.color("ok")).lightness() + 60
        shapes[state] = {
            (x, y)
            for x in range(theme.px(9), theme.px(22))
            for y in range(image.height())
            if image.pixelColor(x, y).lightness() < dark
        }
    for one, other in combinations(shapes.values(), 2):
        assert len(one ^ other) >= 12


def test_kind_keys_are_radio_buttons_with_names(theme: Theme, qtbot: QtBot) -> None:
    keys = KindKeys(theme, KINDS, "Kind of note")
    qtbot.addWidget(keys)
    assert [name_of(key) for key in keys.radios()] == ["Challenge", "Opportunity", "We could"]
    assert {role_of(key) for key in keys.radios()} == {QAccessible.Role.RadioButton}


def test_choosing_by_program_is_silent_and_by_hand_is_told(theme: Theme, qtbot: QtBot) -> None:
    keys = KindKeys(theme, KINDS, "Kind of note")
    qtbot.addWidget(keys)
    keys.resize(500, 60)
    keys.show()
    told: list[str] = []
    keys.chosen.connect(told.append)
    keys.set_key("we")
    assert (keys.key(), told) == ("we", [])
    corner = QPoint(keys.radios()[0].width() - 3, 3)
    QTest.mouseClick(keys.radios()[0], Qt.MouseButton.LeftButton, pos=corner)
    assert (keys.key(), told) == ("challenge", ["challenge"])
    keys.set_key(None)
    assert keys.key() is None


def test_kinds_wrap_instead_of_being_cut(theme: Theme, qtbot: QtBot) -> None:
    keys = KindKeys(theme, KINDS, "Kind of note")
    qtbot.addWidget(keys)
    one_row = keys.heightForWidth(600)
    assert keys.heightForWidth(150) > one_row
    keys.resize(150, keys.heightForWidth(150))
    keys.show()
    for key in keys.radios():
        assert key.width() >= key.sizeHint().width()
        assert keys.rect().contains(key.geometry())


def test_new_kinds_replace_the_old_ones(theme: Theme, qtbot: QtBot) -> None:
    keys = KindKeys(theme, KINDS, "Kind of note")
    qtbot.addWidget(keys)
    keys.set_options((Option("continue", "Continue"), Option("stop", "Stop")))
    assert [key.option.key for key in keys.radios()] == ["continue", "stop"]
    keys.set_key("stop")
    assert keys.key() == "stop"


def test_arrow_keys_move_between_choices(theme: Theme, qtbot: QtBot) -> None:
    choice = SegmentedChoice(theme, KINDS, "Kinds")
    qtbot.addWidget(choice)
    choice.set_key("challenge")
    choice.resize(600, 60)
    choice.show()
    choice.activateWindow()
    first = choice.radios()[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(choice.chosen, check_params_cb=lambda key: key == "opportunity"):
        QTest.keyClick(first, Qt.Key.Key_Right)


def test_tab_enters_a_group_at_the_chosen_one(theme: Theme, qtbot: QtBot) -> None:
    choice = SegmentedChoice(theme, KINDS, "Kinds")
    qtbot.addWidget(choice)
    assert all(radio.focusPolicy() & Qt.FocusPolicy.TabFocus for radio in choice.radios())
    choice.set_key("we")
    reached = [r.option.key for r in choice.radios() if r.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == ["we"]


def test_stages_without_words_keep_name_and_tip(theme: Theme, qtbot: QtBot) -> None:
    stages = StageSwitcher(theme, KINDS, "Stages")
    qtbot.addWidget(stages)
    stages.set_key("we")
    wide = stages.sizeHint().width()
    stages.set_is_icon_only(True)
    assert stages.sizeHint().width() < wide
    first = stages.radios()[0]
    assert name_of(first) == first.toolTip() == "Challenge"


def test_toggle_is_read_as_a_check_box(theme: Theme, qtbot: QtBot) -> None:
    chip = ToggleChip(theme, "Note-taker")
    qtbot.addWidget(chip)
    off = chip.sizeHint()
    chip.setChecked(True)
    assert role_of(chip) == QAccessible.Role.CheckBox
    assert chip.sizeHint() == off


def test_lean_is_chosen_by_keys_and_mirrors(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    scale = LeanScale(theme, ("Wide", "Narrow"), STEPS, Option("depends", "Depends"), "Not yet")
    qtbot.addWidget(scale)
    scale.resize(400, scale.heightForWidth(400))
    scale.show()
    scale.activateWindow()
    assert scale.key() is None
    assert [name_of(stop) for stop in scale.radios()] == [*(o.label for o in STEPS), "Depends"]
    middle = scale.radios()[2]
    middle.setFocus()
    qtbot.waitUntil(middle.hasFocus)
    with qtbot.waitSignal(scale.chosen, check_params_cb=lambda key: key == "0"):
        QTest.keyClick(middle, Qt.Key.Key_Space)
    first_x = scale.radios()[0].x()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert scale.radios()[0].x() > first_x
    for stop in scale.radios():
        assert scale.rect().contains(stop.geometry())


def test_what_was_chosen_is_seen_where_it_can_no_longer_be_changed(
    theme: Theme, qtbot: QtBot
) -> None:
    choice = SegmentedChoice(theme, (Option("one", "Same"), Option("two", "Same")))
    toggles = [ToggleChip(theme, "Same"), ToggleChip(theme, "Same")]
    qtbot.addWidget(choice)
    choice.set_key("two")
    toggles[1].setChecked(True)
    choice.show()
    for given, chosen in (choice.radios(), toggles):
        for one in (given, chosen):
            one.setEnabled(False)
            one.resize(given.sizeHint())
        assert given.grab().toImage() != chosen.grab().toImage()
        qtbot.addWidget(chosen)
        qtbot.addWidget(given)
