"""Keeps conversations, their pinned kits and timing logs, and gives them back frozen."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.conversation import (
    Conversation,
    ConversationState,
    KitPin,
    Preparation,
)
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from ogp_desktop.storage import schema
from ogp_desktop.storage.json_text import from_json, to_json


class Conversations:
    """The conversations of one data file, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pin_kit(self, pin: KitPin, body: bytes) -> None:
        """Keep the kit's bytes once per digest, so that a later kit can never change this one."""
        self._connection.execute(
            upsert(schema.kit_copy)
            .values(digest=pin.digest, kit_id=pin.id, version=pin.version, body=body)
            .on_conflict_do_nothing()
        )

    def kit_body(self, digest: str) -> bytes:
        """Return the bytes of a pinned kit; raise ``LookupError`` when it was never pinned."""
        body = self._connection.scalar(
            select(schema.kit_copy.c.body).where(schema.kit_copy.c.digest == digest)
        )
        if body is None:
            raise LookupError(digest)
        return bytes(body)

    def add(self, conversation: Conversation) -> None:
        """Keep a new conversation whose kit is already pinned."""
        self._connection.execute(
            insert(schema.conversation).values(id=conversation.id, **_columns(conversation))
        )

    def replace(self, conversation: Conversation) -> None:
        """Keep the newer state of a conversation."""
        self._connection.execute(
            update(schema.conversation)
            .where(schema.conversation.c.id == conversation.id)
            .values(**_columns(conversation))
        )

    def get(self, conversation_id: ConversationId) -> Conversation:
        """Return one conversation; raise ``LookupError`` when there is none with this id."""
        found = self._read(schema.conversation.c.id == conversation_id)
        if not found:
            raise LookupError(conversation_id)
        return found[0]

    def all(self) -> tuple[Conversation, ...]:
        """Return every conversation, the latest touched first."""
        return self._read()

    def in_progress(self) -> tuple[Conversation, ...]:
        """Return the conversations whose clock was running or paused when last written."""
        states = [ConversationState.RUNNING.value, ConversationState.PAUSED.value]
        return self._read(schema.conversation.c.state.in_(states))

    def plans_held(
        self, kit_id: str, limit: int
    ) -> tuple[tuple[ConversationId, Format, Agenda], ...]:
        """Return how the latest conversations on a kit that were held met and were planned.

        Nothing else of them is read.
        """
        table = schema.conversation
        held = [ConversationState.HELD.value, ConversationState.SEALED.value]
        query = (
            select(table.c.id, table.c.format, table.c.agenda)
            .join(schema.kit_copy)
            .where(schema.kit_copy.c.kit_id == kit_id, table.c.state.in_(held))
            .order_by(table.c.created_at.desc(), table.c.id)
            .limit(limit)
        )
        return tuple(
            (ConversationId(row.id), Format(row.format), from_json(row.agenda, Agenda))
            for row in self._connection.execute(query)
        )

    def _read(self, *conditions: object) -> tuple[Conversation, ...]:
        table = schema.conversation
        query = (
            select(table, schema.kit_copy.c.kit_id, schema.kit_copy.c.version)
            .join(schema.kit_copy)
            .where(*conditions)  # type: ignore[arg-type]  # SQLAlchemy types a condition per column
            .order_by(table.c.updated_at.desc(), table.c.id)
        )
        return tuple(
            Conversation(
                id=ConversationId(row.id),
                kit=KitPin(id=row.kit_id, version=row.version, digest=row.kit_digest),
                preparation=from_json(row.preparation, Preparation),
                agenda=from_json(row.agenda, Agenda),
                state=ConversationState(row.state),
                created_at=datetime.fromisoformat(row.created_at),
                updated_at=datetime.fromisoformat(row.updated_at),
            )
            for row in self._connection.execute(query)
        )

    def add_event(self, conversation_id: ConversationId, event: TimingEvent) -> None:
        """Add one fact to the end of the timing log, which is never rewritten."""
        self._connection.execute(
            insert(schema.timing_event).values(
                conversation_id=conversation_id,
                kind=event.kind.value,
                at=event.at.isoformat(),
                block_id=event.block_id,
                seconds=event.seconds,
                steady_s=event.steady_s if event.boot else None,
                boot=event.boot,
                blocks=None if event.blocks is None else to_json(event.blocks),
            )
        )

    def timing_log(self, conversation_id: ConversationId) -> tuple[TimingEvent, ...]:
        """Return the timing log in the order it was written."""
        table = schema.timing_event
        rows = self._connection.execute(
            select(table).where(table.c.conversation_id == conversation_id).order_by(table.c.seq)
        )
        return tuple(
            TimingEvent(
                kind=TimingKind(row.kind),
                at=datetime.fromisoformat(row.at),
                block_id=row.block_id,
                seconds=row.seconds,
                steady_s=row.steady_s or 0.0,
                boot=row.boot,
                blocks=None if row.blocks is None else from_json(row.blocks, tuple[Block, ...]),
            )
            for row in rows
        )

    def mark_prompt(self, conversation_id: ConversationId, prompt_id: str, state: str) -> None:
        """Remember that a prompt is being asked, or was."""
        self._connection.execute(
            upsert(schema.prompt_mark)
            .values(conversation_id=conversation_id, prompt_id=prompt_id, state=state)
            .on_conflict_do_update(
                index_elements=["conversation_id", "prompt_id"], set_={"state": state}
            )
        )

    def prompt_marks(self, conversation_id: ConversationId) -> dict[str, str]:
        """Return the state of each prompt that was ever put to the room."""
        table = schema.prompt_mark
        rows: Sequence[object] = self._connection.execute(
            select(table.c.prompt_id, table.c.state).where(
                table.c.conversation_id == conversation_id
            )
        ).all()
        return {row.prompt_id: row.state for row in rows}  # type: ignore[attr-defined]

    def beat(self, conversation_id: ConversationId, moment: Moment) -> None:
        """Remember that the program was alive at this moment of a running conversation."""
        values = {
            "at": moment.wall.isoformat(),
            "steady_s": moment.steady_s if moment.boot else None,
            "boot": moment.boot,
        }
        self._connection.execute(
            upsert(schema.pulse)
            .values(conversation_id=conversation_id, **values)
            .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
        )

    def last_beat(self, conversation_id: ConversationId) -> Moment | None:
        """Return the last moment the program is known to have been alive, if any."""
        table = schema.pulse
        row = self._connection.execute(
            select(table).where(table.c.conversation_id == conversation_id)
        ).first()
        if row is None:
            return None
        wall = datetime.fromisoformat(row.at)
        return Moment(wall=wall, steady_s=row.steady_s or 0.0, boot=row.boot)


def _columns(conversation: Conversation) -> dict[str, object]:
    preparation = conversation.preparation
    return {
        "kit_digest": conversation.kit.digest,
        "title": preparation.title,
        "place": preparation.place,
        "format": preparation.format.value,
        "minutes": preparation.minutes,
        "people": preparation.people,
        "preparation": to_json(preparation),
        "agenda": to_json(conversation.agenda),
        "state": conversation.state.value,
        "created_at": conversation.created_at.isoformat(),
        "updated_at": conversation.updated_at.isoformat(),
    }
