"""What each key of the Run screen and of reading back does, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from ogp_desktop.ui.run.keymap import KeyContext


def context_title(context: KeyContext) -> str:
    """Say where a group of keys works."""
    titles = {
        KeyContext.EVERYWHERE: QCoreApplication.translate("Keys", "Everywhere, also while typing"),
        KeyContext.ENTRY: QCoreApplication.translate("Keys", "While writing a note"),
        KeyContext.SINGLE: QCoreApplication.translate("Keys", "While nothing is being typed"),
        KeyContext.LIST: QCoreApplication.translate("Keys", "In the list of notes"),
        KeyContext.AGENDA: QCoreApplication.translate("Keys", "In the agenda"),
        KeyContext.TURNS: QCoreApplication.translate("Keys", "Among the counters of turns"),
        KeyContext.READ_BACK: QCoreApplication.translate("Keys", "In Review, while reading back"),
    }
    return titles[context]


def key_words(key_id: str) -> str:
    """Say what a key does; raise ``KeyError`` for an id that is no key."""
    name, _, digit = key_id.rpartition("_")
    if digit.isdigit():
        return _numbered(name).format(number=QLocale().toString(int(digit)))
    turns = {"turn_undo": QCoreApplication.translate("Keys", "Take the last turn back")}
    places = (_page(), _notes(), _single(), _list(), _agenda(), turns, _read_back())
    return {key: words for place in places for key, words in place.items()}[key_id]


def _numbered(name: str) -> str:
    return {
        "kind": QCoreApplication.translate("Keys", "Kind {number} for this line"),
        "target": QCoreApplication.translate("Keys", "This line belongs to card {number}"),
        "turn": QCoreApplication.translate("Keys", "One turn for the counter {number}"),
        "list_rank": QCoreApplication.translate("Keys", "Choose as number {number}"),
    }[name]


def _page() -> dict[str, str]:
    return {
        "all_keys": QCoreApplication.translate("Keys", "All keys"),
        "agenda": QCoreApplication.translate("Keys", "Agenda"),
        "start_pause": QCoreApplication.translate("Keys", "Start, pause or go on"),
        "next_pane": QCoreApplication.translate("Keys", "Next part of the page"),
        "previous_pane": QCoreApplication.translate("Keys", "Previous part of the page"),
        "show_prompt": QCoreApplication.translate("Keys", "Show the prompt on the audience screen"),
        "next_item": QCoreApplication.translate("Keys", "Next item of the agenda"),
        "previous_item": QCoreApplication.translate("Keys", "Previous item of the agenda"),
        "skip_item": QCoreApplication.translate("Keys", "Skip this item and come back"),
        "fit": QCoreApplication.translate("Keys", "Fit to time"),
        "undo_plan": QCoreApplication.translate("Keys", "Undo the last change of the plan"),
        "audience": QCoreApplication.translate("Keys", "Audience screen on or off"),
        "blank": QCoreApplication.translate("Keys", "Blank the audience screen"),
        "audience_timer": QCoreApplication.translate("Keys", "Timer on the audience screen"),
        "timer_window": QCoreApplication.translate("Keys", "Small timer window on or off"),
        "turns": QCoreApplication.translate("Keys", "Count turns by seat or group"),
        "minute_more": QCoreApplication.translate("Keys", "One minute more"),
        "minute_less": QCoreApplication.translate("Keys", "One minute less"),
        "next_prompt": QCoreApplication.translate("Keys", "Next prompt (clicker)"),
        "previous_prompt": QCoreApplication.translate("Keys", "Previous prompt (clicker)"),
        "next_stage": QCoreApplication.translate("Keys", "Next stage"),
        "previous_stage": QCoreApplication.translate("Keys", "Previous stage"),
        "text_larger": QCoreApplication.translate("Keys", "Larger text"),
        "text_smaller": QCoreApplication.translate("Keys", "Smaller text"),
        "text_normal": QCoreApplication.translate("Keys", "Text at normal size"),
    }


def _notes() -> dict[str, str]:
    return {
        "target_all": QCoreApplication.translate("Keys", "This line belongs to all cards"),
        "group": QCoreApplication.translate("Keys", "Choose the group"),
        "save_key_point": QCoreApplication.translate("Keys", "Save as key point"),
        "heard_again": QCoreApplication.translate("Keys", "Heard again: one more"),
        "contested": QCoreApplication.translate("Keys", "Contested, or not"),
        "park": QCoreApplication.translate("Keys", "Park this line for later"),
        "undo": QCoreApplication.translate("Keys", "Undo the last save, move or delete"),
        "find": QCoreApplication.translate("Keys", "Find in notes"),
        "save_note": QCoreApplication.translate("Keys", "Save the note"),
        "new_line": QCoreApplication.translate("Keys", "New line"),
        "edit_last": QCoreApplication.translate("Keys", "Edit the last note (empty line)"),
        "clear": QCoreApplication.translate("Keys", "Clear the text, then the group, then leave"),
    }


def _single() -> dict[str, str]:
    page = _page()
    return {
        "single_start_pause": page["start_pause"],
        "single_next_item": page["next_item"],
        "single_previous_item": page["previous_item"],
        "single_blank": page["blank"],
        "single_minute_more": page["minute_more"],
        "single_minute_less": page["minute_less"],
        "single_audience_timer": page["audience_timer"],
        "single_show_prompt": page["show_prompt"],
        "single_entry": QCoreApplication.translate("Keys", "Back to writing"),
        "single_all_keys": page["all_keys"],
    }


def _list() -> dict[str, str]:
    return {
        "list_unrank": QCoreApplication.translate("Keys", "Do not choose"),
        "list_dot_more": QCoreApplication.translate("Keys", "One dot more (while choosing)"),
        "list_dot_less": QCoreApplication.translate("Keys", "One dot less (while choosing)"),
        "list_edit": QCoreApplication.translate("Keys", "Edit the note"),
        "list_delete": QCoreApplication.translate("Keys", "Delete the note (can be undone)"),
        "list_up": QCoreApplication.translate("Keys", "Move up"),
        "list_down": QCoreApplication.translate("Keys", "Move down"),
    }


def _agenda() -> dict[str, str]:
    page = _page()
    return {
        "agenda_more": page["minute_more"],
        "agenda_less": page["minute_less"],
        "agenda_earlier": QCoreApplication.translate("Keys", "Earlier"),
        "agenda_later": QCoreApplication.translate("Keys", "Later"),
        "agenda_split": QCoreApplication.translate("Keys", "Split in two"),
        "agenda_menu": QCoreApplication.translate("Keys", "All that can be done to the item"),
    }


def _read_back() -> dict[str, str]:
    return {
        "read_screen": QCoreApplication.translate("Keys", "Read back on screen, or stop"),
        "read_next": QCoreApplication.translate("Keys", "Next line"),
        "read_previous": QCoreApplication.translate("Keys", "Previous line"),
        "read_next_question": QCoreApplication.translate("Keys", "Next question"),
        "read_previous_question": QCoreApplication.translate("Keys", "Previous question"),
        "read_confirmed": QCoreApplication.translate("Keys", "The line is confirmed"),
        "read_changed": QCoreApplication.translate("Keys", "The line is changed"),
        "read_disputed": QCoreApplication.translate("Keys", "The line is disputed"),
        "read_blank": _page()["blank"],
    }
