"""The menu of one note: everything the keys can do, and the changes that have no key."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu

from ogp_desktop.domain.notes import TOP, Note
from ogp_desktop.kits.vocabulary import NoteRole
from ogp_desktop.ui import words_cards
from ogp_desktop.ui import words_notes as words
from ogp_desktop.ui.run.entry_panel import group_menu, mnemonic
from ogp_desktop.ui.run.note_deeds import NoteDeeds
from ogp_desktop.ui.run.notes_model import NotesModel
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.notes_state import Row


def open_menu(
    pane: NotesPane, model: NotesModel, row: Row, at: QPoint, *, is_rank: bool
) -> QMenu | None:
    """Open the menu of a note at a place of the screen; with ``is_rank``, only its rank."""
    if row.note is None:
        return None
    menu = QMenu(pane)
    if is_rank:
        _add_ranks(menu, model.deeds, row.note)
    else:
        _fill(menu, pane, model, row.note)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _fill(menu: QMenu, pane: NotesPane, model: NotesModel, note: Note) -> None:
    deeds = model.deeds

    def add(label: str, act: Callable[[], object], *, is_on: bool | None = None) -> None:
        action = menu.addAction(mnemonic(label))
        if is_on is not None:
            action.setCheckable(True)
            action.setChecked(is_on)
        action.triggered.connect(lambda _=False: act())

    question = deeds.question_of(note.id)
    translate = QCoreApplication.translate
    add(translate("Notes", "Edit"), lambda: pane.list.edit_note(note.id))
    add(translate("Notes", "Heard again"), lambda: deeds.hear_again(note.id))
    add(translate("Notes", "Key point"), lambda: deeds.toggle_key(note.id), is_on=note.is_key)
    add(
        translate("Notes", "Contested"),
        lambda: deeds.toggle_contested(note.id),
        is_on=note.is_contested,
    )
    add(
        translate("Notes", "Take back") if note.is_parked else translate("Notes", "Park"),
        lambda: deeds.toggle_parked(note.id),
    )
    menu.addSeparator()
    if question.note_kind(note.kind_id).role is NoteRole.CARD:
        _add_ranks(menu.addMenu(translate("Notes", "Choose")), deeds, note)
        dots = menu.addMenu(translate("Notes", "Dots"))
        for label, by in ((words_cards.dot_more(), 1), (words_cards.dot_less(), -1)):
            action = dots.addAction(mnemonic(label))
            action.triggered.connect(lambda _=False, by=by: deeds.count_dots(note.id, by))
    _add_kinds(menu.addMenu(translate("Notes", "Kind")), deeds, note)
    targets = deeds.targets_for(note.id)
    if targets:
        _add_targets(menu.addMenu(translate("Notes", "Belongs to")), deeds, note)
    entry = model.state.entry
    if entry.groups:
        groups = group_menu(menu, entry.groups, entry.barred_groups)
        groups.setTitle(translate("Notes", "From"))
        groups.triggered.connect(lambda action: deeds.regroup(note.id, action.data()))
        menu.addMenu(groups)
    menu.addSeparator()
    add(translate("Notes", "Move up"), lambda: deeds.shift(note.id, -1, model.state.rows))
    add(translate("Notes", "Move down"), lambda: deeds.shift(note.id, 1, model.state.rows))
    add(translate("Notes", "Delete"), lambda: deeds.delete(note.id))


def _add_ranks(menu: QMenu, deeds: NoteDeeds, note: Note) -> None:
    for rank in (*range(1, TOP + 1), None):
        action = menu.addAction(mnemonic(words_cards.rank_name(rank)))
        action.setCheckable(True)
        action.setChecked(note.rank == rank)
        action.triggered.connect(lambda _=False, rank=rank: deeds.rank(note.id, rank))


def _add_kinds(menu: QMenu, deeds: NoteDeeds, note: Note) -> None:
    for kind in deeds.question_of(note.id).kinds:
        action = menu.addAction(mnemonic(kind.label))
        action.setCheckable(True)
        action.setChecked(note.kind_id == kind.id)
        action.triggered.connect(lambda _=False, kind=kind.id: deeds.reclassify(note.id, kind))


def _add_targets(menu: QMenu, deeds: NoteDeeds, note: Note) -> None:
    choose = deeds.question_of(note.id).choose
    for target in deeds.targets_for(note.id):
        action = menu.addAction(mnemonic(words.target_full(target, choose)))
        action.setCheckable(True)
        action.setChecked((note.card_id, note.choice_id) == (target.card_id, target.choice_id))
        action.triggered.connect(lambda _=False, to=target: deeds.retarget(note.id, to))
