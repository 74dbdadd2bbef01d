"""Joins the notes pane to its model."""

from PySide6.QtCore import QPoint

from ogp_desktop.domain.ids import NoteId
from ogp_desktop.services.reading import Course
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.run.notes_menu import open_menu
from ogp_desktop.ui.run.notes_model import NotesModel
from ogp_desktop.ui.run.notes_pane import NotesPane
from ogp_desktop.ui.run.notes_state import Row
from ogp_desktop.ui.run.save_elsewhere import ask_where


def open_notes(desk: Desk, course: Course, pane: NotesPane) -> None:
    """Let a pane show and record the notes of a conversation.

    What was being typed when the program last stopped stands in the box again.
    """
    pane.has_hints = desk.preferences().shows_key_hints
    model = NotesModel(desk, course, pane)
    _join_state(desk, pane, model)
    _join_entry(pane, model)
    _join_list(pane, model)
    pane.show_state(model.state)
    if model.draft is not None:
        pane.entry.put_text(model.draft.text)


def _join_state(desk: Desk, pane: NotesPane, model: NotesModel) -> None:
    model.state_changed.connect(pane.show_state)
    model.entry_kept.connect(pane.clear_entry)
    model.note_kept.connect(pane.reveal_note)
    model.saving.saved.connect(pane.saved)
    model.saving.unsaved.connect(pane.unsaved)
    model.saving.line_wanted.connect(pane.entry.tell_line)
    model.counts_changed.connect(pane.counts_changed)
    model.trouble_met.connect(pane.trouble_met)
    model.prompt_wanted.connect(pane.prompt_wanted)
    pane.view_chosen.connect(model.show_view)
    pane.find_edited.connect(model.find)
    pane.undo_requested.connect(model.deeds.undo)
    pane.retry_requested.connect(model.saving.try_again)
    pane.elsewhere_requested.connect(lambda: ask_where(desk, model, pane))
    pane.question_wanted.connect(
        lambda question_id, is_typing: model.show_question(question_id, is_typing=is_typing)
    )


def _join_entry(pane: NotesPane, model: NotesModel) -> None:
    entry = pane.entry
    entry.save_requested.connect(
        lambda text, is_key, is_parked: model.record(text, is_key=is_key, is_parked=is_parked)
    )
    entry.draft_edited.connect(model.keep_draft)
    entry.emptied.connect(model.settle_entry)
    entry.kind_chosen.connect(model.choose_kind)
    entry.target_chosen.connect(model.choose_target)
    entry.group_chosen.connect(model.choose_group)
    pane.prompt_offered.connect(model.offer_prompt)
    pane.kind_key_pressed.connect(model.choose_kind_at)
    pane.target_key_pressed.connect(model.choose_target_at)
    model.entry_moved.connect(entry.tell_draft)

    def edit_last() -> None:
        note_id = model.deeds.last_note_id()
        if note_id is not None:
            pane.list.edit_note(note_id)

    entry.edit_last_requested.connect(edit_last)


def _join_list(pane: NotesPane, model: NotesModel) -> None:
    notes = pane.list
    notes.gap_chosen.connect(model.answer_gap)
    notes.gap_chosen.connect(lambda _row: pane.focus_entry())
    notes.row_chosen.connect(
        lambda row: model.activate(card_id=row.card_id, choice_id=row.choice_id)
    )
    notes.rank_chosen.connect(lambda note_id, rank: model.deeds.rank(NoteId(note_id), rank or None))
    notes.dots_counted.connect(lambda note_id, by: model.deeds.count_dots(NoteId(note_id), by))
    notes.delete_requested.connect(model.deeds.delete)
    notes.shift_requested.connect(
        lambda note_id, by: model.deeds.shift(NoteId(note_id), by, model.state.rows)
    )
    notes.drop_requested.connect(
        lambda note_id, place: model.deeds.drop(NoteId(note_id), place, model.state.rows)
    )
    notes.text_edited.connect(
        lambda note_id, text: notes.set_is_kept(is_kept=model.deeds.edit(NoteId(note_id), text))
    )
    notes.choice_entered.connect(lambda choice_id: model.activate(choice_id=choice_id))
    notes.lean_chosen.connect(model.record_lean)
    pane.heard_requested.connect(model.deeds.hear_again)
    pane.contested_requested.connect(model.deeds.toggle_contested)
    pane.park_requested.connect(model.deeds.toggle_parked)

    def show_menu(row: Row, at: QPoint, is_rank: bool) -> None:
        open_menu(pane, model, row, at, is_rank=is_rank)

    notes.menu_requested.connect(show_menu)
