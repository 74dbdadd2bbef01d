"""The menu of one item of the agenda: everything that can be done to it while it runs."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ogp_desktop.domain.replanning import AddedKind
from ogp_desktop.domain.running_order import CLOSE
from ogp_desktop.domain.schedule import BlockStatus
from ogp_desktop.ui import words_plan, words_run
from ogp_desktop.ui.run.entry_panel import mnemonic
from ogp_desktop.ui.run.keymap import shown_keys
from ogp_desktop.ui.run.run_state import ItemState

STEP_MINUTES = 5


class ItemDeed(StrEnum):
    """What can be done to an item; ``UNDO`` is about the latest change, whichever item it was."""

    MINUTE_MORE = "minute_more"
    MINUTE_LESS = "minute_less"
    MORE = "more"
    LESS = "less"
    SPLIT = "split"
    EARLIER = "earlier"
    LATER = "later"
    BREAK = AddedKind.BREAK.value
    ENERGISER = AddedKind.ENERGISER.value
    INTERPRETATION = AddedKind.INTERPRETATION.value
    SKIP = "skip"
    BRING_BACK = "bring_back"
    UNDO = "undo"


def deeds_of(item: ItemState, *, is_live: bool, can_undo: bool) -> tuple[ItemDeed, ...]:
    """Return what makes sense for an item now, in the order of the menu."""
    deeds: list[ItemDeed] = []
    if item.is_left_out:
        deeds.append(ItemDeed.BRING_BACK)
    is_open = item.status is not BlockStatus.DONE and not item.is_left_out
    if is_open:
        deeds += [ItemDeed.MORE, ItemDeed.LESS]
    if is_open and item.id != CLOSE:
        deeds.append(ItemDeed.SPLIT)
        if item.status is BlockStatus.AHEAD:
            deeds += [ItemDeed.EARLIER, ItemDeed.LATER]
        elif is_live:
            deeds.append(ItemDeed.SKIP)
        deeds += [ItemDeed(kind.value) for kind in AddedKind]
    return (*deeds, ItemDeed.UNDO) if can_undo else tuple(deeds)


def open_menu(parent: QWidget, item: ItemState, deeds: tuple[ItemDeed, ...], at: QPoint) -> QMenu:
    """Open the menu of an item at a place of the screen; its actions carry their deed."""
    menu = QMenu(parent)
    menu.setAccessibleName(words_run.item_name(item.id, item.number))
    adding = {ItemDeed(kind.value): kind for kind in AddedKind}
    after = QMenu(mnemonic(QCoreApplication.translate("Plan", "Add after it")), menu)
    for deed in deeds:
        if deed in adding:
            if after.isEmpty():
                menu.addMenu(after)
            after.addAction(mnemonic(words_plan.added_name(adding[deed]))).setData(deed)
            continue
        if deed is ItemDeed.UNDO and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(_words(deed)).setData(deed)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    menu.setActiveAction(menu.actions()[0])
    return menu


def when_chosen(menu: QMenu, act: Callable[[ItemDeed], None]) -> None:
    """Call with the deed that a person chooses."""
    menu.triggered.connect(lambda action: act(ItemDeed(action.data())))


def _words(deed: ItemDeed) -> str:
    length = words_run.minutes(STEP_MINUTES)
    translate = QCoreApplication.translate
    text, key = {
        ItemDeed.MORE: (translate("Plan", "{minutes} more"), ""),
        ItemDeed.LESS: (translate("Plan", "{minutes} less"), ""),
        ItemDeed.SPLIT: (translate("Plan", "Split in two"), "agenda_split"),
        ItemDeed.EARLIER: (translate("Plan", "Earlier"), "agenda_earlier"),
        ItemDeed.LATER: (translate("Plan", "Later"), "agenda_later"),
        ItemDeed.SKIP: (translate("Plan", "Skip and come back"), "skip_item"),
        ItemDeed.BRING_BACK: (translate("Plan", "Take back into the group"), ""),
        ItemDeed.UNDO: (translate("Plan", "Undo the last change of the plan"), "undo_plan"),
    }[deed]
    words = mnemonic(text.format(minutes=length))
    return f"{words}\t{shown_keys(key)}" if key else words
