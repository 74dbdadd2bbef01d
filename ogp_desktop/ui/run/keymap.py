"""Every key of the Run screen, and of reading back, as data: what is listed, what is registered and
what is tested agree.

Sequences are Qt's portable texts; ``Ctrl`` is the Command key on macOS. Top-row digits carry the
twins that an AZERTY keyboard sends without Shift, so that ``Ctrl+1`` works there too.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence


class KeyContext(StrEnum):
    """Where a key works: on the whole page, while nothing is typed, in the list, in the box, in the
    agenda, among the counters of turns; or in Review while lines are read back.
    """

    EVERYWHERE = "everywhere"
    SINGLE = "single"
    ENTRY = "entry"
    LIST = "list"
    AGENDA = "agenda"
    TURNS = "turns"
    READ_BACK = "read_back"


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """One action and the keys that lead to it; the first is the one shown."""

    id: str
    sequences: tuple[str, ...]
    context: KeyContext = KeyContext.EVERYWHERE


_AZERTY = {0: "À", 1: "&", 2: "É", 3: '"', 4: "'", 5: "(", 6: "-", 7: "È", 8: "_", 9: "Ç"}
KIND_KEYS = 6
TARGET_KEYS = 3
TURN_KEYS = 9


def _digit(modifier: str, digit: int) -> tuple[str, ...]:
    return (f"{modifier}+{digit}", f"{modifier}+{_AZERTY[digit]}")


# On macOS Alt+digit writes a letter, so that the Control key stands in for it.
_TARGET = "Meta" if sys.platform == "darwin" else "Alt"

# `kind_6` shares Ctrl+- with `text_smaller`: the entry box takes it as ShortcutOverride while the
# cursor is there, everywhere else it makes the text smaller.
KEYS: tuple[KeyBinding, ...] = (
    KeyBinding("all_keys", ("F1",)),
    KeyBinding("agenda", ("F4",)),
    KeyBinding("start_pause", ("F5",)),
    KeyBinding("next_pane", ("F6",)),
    KeyBinding("previous_pane", ("Shift+F6",)),
    KeyBinding("show_prompt", ("F7",)),
    KeyBinding("next_item", ("F8",)),
    KeyBinding("previous_item", ("Shift+F8",)),
    KeyBinding("skip_item", ("Ctrl+F8",)),
    KeyBinding("fit", ("F9",)),
    KeyBinding("undo_plan", ("Shift+F9",)),
    KeyBinding("audience", ("F11",)),
    KeyBinding("blank", ("Ctrl+B",)),
    KeyBinding("audience_timer", ("Ctrl+T",)),
    KeyBinding("timer_window", ("Ctrl+Shift+T",)),
    KeyBinding("turns", ("Ctrl+Shift+S",)),
    KeyBinding("minute_more", ("Ctrl+Up",)),
    KeyBinding("minute_less", ("Ctrl+Down",)),
    KeyBinding("next_prompt", ("PgDown",)),
    KeyBinding("previous_prompt", ("PgUp",)),
    KeyBinding("next_stage", ("Ctrl+PgDown",)),
    KeyBinding("previous_stage", ("Ctrl+PgUp",)),
    KeyBinding("text_larger", ("Ctrl++", "Ctrl+=")),
    KeyBinding("text_smaller", ("Ctrl+-",)),
    KeyBinding("text_normal", ("Ctrl+0", "Ctrl+À")),
    *(KeyBinding(f"kind_{digit}", _digit("Ctrl", digit)) for digit in range(1, KIND_KEYS + 1)),
    *(KeyBinding(f"target_{digit}", _digit(_TARGET, digit)) for digit in range(1, TARGET_KEYS + 1)),
    KeyBinding("target_all", _digit(_TARGET, 0)),
    KeyBinding("group", ("Ctrl+G",)),
    KeyBinding("save_key_point", ("Ctrl+Return", "Ctrl+Enter")),
    KeyBinding("heard_again", ("Ctrl+E",)),
    KeyBinding("contested", ("Ctrl+D",)),
    KeyBinding("park", ("Ctrl+K",)),
    KeyBinding("undo", ("Ctrl+Z",)),
    KeyBinding("find", ("Ctrl+F",)),
    KeyBinding("save_note", ("Return", "Enter"), KeyContext.ENTRY),
    KeyBinding("new_line", ("Shift+Return", "Shift+Enter"), KeyContext.ENTRY),
    KeyBinding("edit_last", ("Up",), KeyContext.ENTRY),
    KeyBinding("clear", ("Esc",), KeyContext.ENTRY),
    KeyBinding("single_start_pause", ("Space",), KeyContext.SINGLE),
    KeyBinding("single_next_item", ("N", "Right"), KeyContext.SINGLE),
    KeyBinding("single_previous_item", ("P", "Left"), KeyContext.SINGLE),
    KeyBinding("single_blank", ("B", "."), KeyContext.SINGLE),
    KeyBinding("single_minute_more", ("+",), KeyContext.SINGLE),
    KeyBinding("single_minute_less", ("-",), KeyContext.SINGLE),
    KeyBinding("single_audience_timer", ("T",), KeyContext.SINGLE),
    KeyBinding("single_show_prompt", ("S",), KeyContext.SINGLE),
    KeyBinding("single_entry", ("/", "I"), KeyContext.SINGLE),
    KeyBinding("single_all_keys", ("?",), KeyContext.SINGLE),
    KeyBinding("list_rank_1", ("1", "&"), KeyContext.LIST),
    KeyBinding("list_rank_2", ("2", "É"), KeyContext.LIST),
    KeyBinding("list_rank_3", ("3", '"'), KeyContext.LIST),
    KeyBinding("list_unrank", ("0", "À"), KeyContext.LIST),
    KeyBinding("list_dot_more", ("+",), KeyContext.LIST),
    KeyBinding("list_dot_less", ("-",), KeyContext.LIST),
    KeyBinding("list_edit", ("F2", "Return", "Enter"), KeyContext.LIST),
    KeyBinding("list_delete", ("Del",), KeyContext.LIST),
    KeyBinding("list_up", ("Shift+Up",), KeyContext.LIST),
    KeyBinding("list_down", ("Shift+Down",), KeyContext.LIST),
    KeyBinding("agenda_more", ("+",), KeyContext.AGENDA),
    KeyBinding("agenda_less", ("-",), KeyContext.AGENDA),
    KeyBinding("agenda_earlier", ("Shift+Up",), KeyContext.AGENDA),
    KeyBinding("agenda_later", ("Shift+Down",), KeyContext.AGENDA),
    KeyBinding("agenda_split", ("Shift+Return", "Shift+Enter"), KeyContext.AGENDA),
    KeyBinding("agenda_menu", ("Menu", "Shift+F10"), KeyContext.AGENDA),
    *(
        KeyBinding(f"turn_{digit}", (str(digit), _AZERTY[digit]), KeyContext.TURNS)
        for digit in range(1, TURN_KEYS + 1)
    ),
    KeyBinding("turn_undo", ("Backspace",), KeyContext.TURNS),
    KeyBinding("read_screen", ("F11",), KeyContext.READ_BACK),
    KeyBinding("read_next", ("PgDown",), KeyContext.READ_BACK),
    KeyBinding("read_previous", ("PgUp",), KeyContext.READ_BACK),
    KeyBinding("read_next_question", ("F8",), KeyContext.READ_BACK),
    KeyBinding("read_previous_question", ("Shift+F8",), KeyContext.READ_BACK),
    KeyBinding("read_confirmed", _digit("Ctrl", 1), KeyContext.READ_BACK),
    KeyBinding("read_changed", _digit("Ctrl", 2), KeyContext.READ_BACK),
    KeyBinding("read_disputed", _digit("Ctrl", 3), KeyContext.READ_BACK),
    KeyBinding("read_blank", ("Ctrl+B",), KeyContext.READ_BACK),
)
_BY_ID = {binding.id: binding for binding in KEYS}


def binding(key_id: str) -> KeyBinding:
    """Return one binding; raise ``KeyError`` for an id that is none."""
    return _BY_ID[key_id]


def sequences_of(key_id: str) -> list[QKeySequence]:
    """Return the sequences of an action, ready for a ``QShortcut``."""
    return [QKeySequence(text) for text in binding(key_id).sequences]


def shown_keys(key_id: str) -> str:
    """Return the first sequence as this computer writes it, such as ``Ctrl+B`` or ``⌘B``."""
    return sequences_of(key_id)[0].toString(QKeySequence.SequenceFormat.NativeText)


def in_context(context: KeyContext) -> Iterable[KeyBinding]:
    """Return the bindings of one context in the order of the key sheet."""
    return (one for one in KEYS if one.context is context)
