"""Every key has words, and no two actions of one context share a key."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ogp_desktop.ui import words_keys
from ogp_desktop.ui.run.keymap import KEYS, KeyContext, in_context, sequences_of, shown_keys
from ogp_desktop.ui.run.run_keys import PAGE_KEYS, SINGLE_KEYS, RunKeys

# On AZERTY the sixth digit sends "-": the entry box takes it, everywhere else it means smaller.
SHARED = {"Ctrl+-"}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_key_has_words_and_sequences_qt_understands(key: object) -> None:
    assert words_keys.key_words(key.id)
    assert shown_keys(key.id)
    for sequence in sequences_of(key.id):
        assert QKeySequence(sequence.toString()) == sequence
        assert sequence.count() == 1


@pytest.mark.parametrize("context", KeyContext)
def test_keys_of_one_context_lead_to_one_action_each(context: KeyContext) -> None:
    used = Counter(text for key in in_context(context) for text in key.sequences)
    assert {text for text, times in used.items() if times > 1} <= SHARED
    assert words_keys.context_title(context)


def test_digits_carry_what_azerty_sends_without_shift() -> None:
    twins = ["&", "É", '"', "'", "(", "-"]
    for digit, twin in enumerate(twins, 1):
        assert QKeySequence(f"Ctrl+{twin}") in sequences_of(f"kind_{digit}")


def test_page_registers_every_key_that_is_not_about_notes() -> None:
    known = {key.id for key in KEYS}
    assert set(PAGE_KEYS) | set(SINGLE_KEYS) <= known
    assert {key.id for key in in_context(KeyContext.SINGLE)} == set(SINGLE_KEYS)


@pytest.mark.parametrize(
    ("direction", "on", "back"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right, Qt.Key.Key_Left),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left, Qt.Key.Key_Right),
    ],
)
def test_arrows_go_on_and_back_in_the_direction_of_reading(
    qtbot: QtBot, direction: Qt.LayoutDirection, on: Qt.Key, back: Qt.Key
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(direction)
    keys, told = RunKeys(page), list[str]()
    keys.pressed.connect(told.append)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    for key in (on, back, Qt.Key.Key_N):
        QTest.keyClick(page, key)
        keys.press(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert told == ["next_item"] * 2 + ["previous_item"] * 2 + ["next_item"] * 2
