"""Every key has words, and no two actions of one context share a key."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from ogp_desktop.ui import words_keys
from ogp_desktop.ui.run.keymap import KEYS, KeyContext, in_context, sequences_of, shown_keys
from ogp_desktop.ui.run.run_keys import PAGE_KEYS, SINGLE_KEYS

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
