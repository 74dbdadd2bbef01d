"""Keeps notes with all they ever were: each write leaves what stood before it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Draft, Lean, Note, Tally
from ogp_desktop.storage import schema
from ogp_desktop.storage.json_text import from_json, to_json
from ogp_desktop.storage.prepared import Prepared

_FLAGS = ("is_key", "is_contested", "is_quotation", "is_parked")
_TIMES = ("created_at", "updated_at", "deleted_at")
_FIELDS = tuple(Note.__dataclass_fields__)

_LAST_POSITION = (
    select(func.max(schema.note.c.position))
    .where(schema.note.c.conversation_id == bindparam("of"))
    .scalar_subquery()
)
# Whoever presses Enter waits for these three.
_ADD = Prepared(
    insert(schema.note)
    .values(position=func.coalesce(_LAST_POSITION + 1, 0))
    .returning(schema.note.c.position),
    columns=[name for name in _FIELDS if name != "position"],
)
_REMEMBER = Prepared(
    insert(schema.note_change),
    columns=["conversation_id", "action_id", "note_id", "before", "at"],
)
_DROP_DRAFT = Prepared(
    delete(schema.draft).where(schema.draft.c.conversation_id == bindparam("of"))
)
_NOTE = select(*(schema.note.c[name] for name in _FIELDS)).where(
    schema.note.c.id == bindparam("note_id")
)
_NOTES = (
    select(*(schema.note.c[name] for name in _FIELDS))
    .where(schema.note.c.conversation_id == bindparam("of"))
    .order_by(schema.note.c.position, schema.note.c.created_at, schema.note.c.id)
)
_ALIKE = (
    schema.note.c.question_id,
    schema.note.c.kind_id,
    schema.note.c.choice_id,
    schema.note.c.is_parked,
)
_TALLIES = (
    select(*_ALIKE, func.count())
    .where(schema.note.c.conversation_id == bindparam("of"), schema.note.c.deleted_at.is_(None))
    .group_by(*_ALIKE)
)
_LAST_CHANGE = (
    select(schema.note_change.c.at)
    .where(schema.note_change.c.conversation_id == bindparam("of"))
    .order_by(schema.note_change.c.seq.desc())
    .limit(1)
)


class Notes:
    """The notes, drafts and leans of one data file, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: Note, *, action_id: str) -> Note:
        """Keep a new note after the last one, as part of one undoable action; return it so."""
        values = {**_columns(note), "of": note.conversation_id}
        note = replace(note, position=_ADD.on(self._connection, values).fetchone()[0])
        self._remember(note, before=None, action_id=action_id)
        return note

    def replace(self, note: Note, *, action_id: str) -> None:
        """Keep the newer form of a note, and the older one in its history."""
        before = self.get(note.id)
        self._write(note)
        self._remember(note, before=before, action_id=action_id)

    def get(self, note_id: NoteId) -> Note:
        """Return a note, deleted or not; raise ``LookupError`` when there never was one."""
        row = self._connection.execute(_NOTE, {"note_id": note_id}).first()
        if row is None:
            raise LookupError(note_id)
        return _note(row)

    def of(self, conversation_id: ConversationId) -> tuple[Note, ...]:
        """Return every note of a conversation in list order, the deleted ones among them."""
        rows = self._connection.execute(_NOTES, {"of": conversation_id})
        return tuple(map(_note, rows))

    def tallies(self, conversation_id: ConversationId) -> tuple[Tally, ...]:
        """Count the living notes of a conversation without reading them."""
        rows = self._connection.execute(_TALLIES, {"of": conversation_id})
        return tuple(
            Tally(
                question_id=question_id,
                kind_id=kind_id,
                choice_id=choice_id,
                is_parked=is_parked == 1,
                count=count,
            )
            for question_id, kind_id, choice_id, is_parked, count in rows
        )

    def last_change_at(self, conversation_id: ConversationId) -> datetime | None:
        """Return when a note of the conversation was last written or changed."""
        moment = self._connection.scalar(_LAST_CHANGE, {"of": conversation_id})
        return None if moment is None else datetime.fromisoformat(moment)

    def undo_last_action(self, conversation_id: ConversationId, at: datetime) -> tuple[Note, ...]:
        """Put back what stood before the newest action not yet undone; return the notes as now.

        Undoing a first save marks the note deleted: its words stay in the file. Returns an empty
        tuple when nothing is left to undo.
        """
        table = schema.note_change
        mine = (table.c.conversation_id == conversation_id) & table.c.undone_at.is_(None)
        action_id = self._connection.scalar(
            select(table.c.action_id).where(mine).order_by(table.c.seq.desc()).limit(1)
        )
        if action_id is None:
            return ()
        rows = self._connection.execute(
            select(table.c.note_id, table.c.before)
            .where(mine, table.c.action_id == action_id)
            .order_by(table.c.seq.desc())
        ).all()
        for note_id, before in rows:
            now = self.get(NoteId(note_id))
            earlier = from_json(before, Note) if before else replace(now, deleted_at=at)
            self._write(earlier)
        self._connection.execute(
            update(table)
            .where(mine, table.c.action_id == action_id)
            .values(undone_at=at.isoformat())
        )
        return tuple(self.get(NoteId(note_id)) for note_id in dict.fromkeys(row[0] for row in rows))

    def keep_draft(self, draft: Draft) -> None:
        """Keep what stands in the entry box; one draft per conversation."""
        values = {"body": to_json(draft), "saved_at": draft.saved_at.isoformat()}
        self._connection.execute(
            upsert(schema.draft)
            .values(conversation_id=draft.conversation_id, **values)
            .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
        )

    def drop_draft(self, conversation_id: ConversationId) -> None:
        """Forget the draft: its text became a note, or was emptied by hand."""
        _DROP_DRAFT.on(self._connection, {"of": conversation_id})

    def draft(self, conversation_id: ConversationId) -> Draft | None:
        """Return what stood in the entry box, if anything."""
        table = schema.draft
        body = self._connection.scalar(
            select(table.c.body).where(table.c.conversation_id == conversation_id)
        )
        return None if body is None else from_json(body, Draft)

    def keep_lean(self, conversation_id: ConversationId, lean: Lean) -> None:
        """Keep the room's lean on one choice; the newest reading stands."""
        body = to_json(lean)
        self._connection.execute(
            upsert(schema.lean)
            .values(conversation_id=conversation_id, choice_id=lean.choice_id, body=body)
            .on_conflict_do_update(
                index_elements=["conversation_id", "choice_id"], set_={"body": body}
            )
        )

    def leans(self, conversation_id: ConversationId) -> dict[str, Lean]:
        """Return the recorded leans by choice id."""
        table = schema.lean
        rows = self._connection.execute(
            select(table.c.choice_id, table.c.body).where(
                table.c.conversation_id == conversation_id
            )
        )
        return {choice_id: from_json(body, Lean) for choice_id, body in rows}

    def _write(self, note: Note) -> None:
        table = schema.note
        self._connection.execute(
            update(table).where(table.c.id == note.id).values(**_columns(note))
        )

    def _remember(self, note: Note, *, before: Note | None, action_id: str) -> None:
        _REMEMBER.on(
            self._connection,
            {
                "conversation_id": note.conversation_id,
                "action_id": action_id,
                "note_id": note.id,
                "before": None if before is None else to_json(before),
                "at": note.updated_at.isoformat(),
            },
        )


def _columns(note: Note) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(note, name) for name in _FIELDS}
    for flag in _FLAGS:
        values[flag] = int(values[flag])
    for time in _TIMES:
        values[time] = values[time] and values[time].isoformat()
    return values


def _note(row: Row[*tuple[Any, ...]]) -> Note:
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    for flag in _FLAGS:
        values[flag] = values[flag] == 1
    for time in _TIMES:
        text = values[time]
        values[time] = text and datetime.fromisoformat(text)
    return Note(**values)
