"""The tables of the data file, as the newest migration leaves them (a test holds the two equal).

Core tables and not mapped classes: one note committed through the ORM takes about three times as
long as through Core, and nothing here needs an identity map.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from ogp_desktop.domain.conversation import ConversationState
from ogp_desktop.domain.destination_health import DestinationState
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.withdrawal import WithdrawalState

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *more: ForeignKey) -> Column[str]:
    return Column(name, Text, *more, nullable=False)


def _maybe(name: str, *more: ForeignKey) -> Column[str | None]:
    return Column(name, Text, *more, nullable=True)


def _count(name: str, default: int | None = None) -> Column[int]:
    return Column(
        name, Integer, nullable=False, server_default=None if default is None else str(default)
    )


def _one_of(column: str, values: Iterable[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _of_conversation() -> Column[str]:
    return _text("conversation_id", ForeignKey("conversation.id"))


kit_copy = Table(
    "kit_copy",
    metadata,
    Column("digest", Text, primary_key=True),
    _text("kit_id"),
    _text("version"),
    Column("body", LargeBinary, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    _id(),
    _text("kit_digest", ForeignKey("kit_copy.digest")),
    _text("title"),
    _text("place"),
    _text("format"),
    _count("minutes"),
    _count("people"),
    _text("preparation"),
    _text("agenda"),
    _text("state"),
    _text("created_at"),
    _text("updated_at"),
    _one_of("state", ConversationState),
    Index(None, "updated_at"),
)

timing_event = Table(
    "timing_event",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    _of_conversation(),
    _text("kind"),
    _text("at"),
    _maybe("block_id"),
    Column("seconds", Integer),
    Column("steady_s", Float),
    _maybe("boot"),
    _maybe("blocks"),
    Index(None, "conversation_id", "seq"),
)

pulse = Table(
    "pulse",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    _text("at"),
    Column("steady_s", Float),
    _maybe("boot"),
)

prompt_mark = Table(
    "prompt_mark",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    Column("prompt_id", Text, primary_key=True),
    _text("state"),
)

note = Table(
    "note",
    metadata,
    _id(),
    _of_conversation(),
    _text("question_id"),
    _text("kind_id"),
    _text("text"),
    _maybe("card_id", ForeignKey("note.id")),
    _maybe("choice_id"),
    _maybe("group_id"),
    _count("heard"),
    _count("is_key"),
    _count("is_contested"),
    _count("is_quotation"),
    _count("is_parked"),
    Column("rank", Integer),
    _count("position"),
    _text("created_at"),
    _text("updated_at"),
    _maybe("deleted_at"),
    Column("dots", Integer, CheckConstraint("dots >= 0", name="dots")),
    CheckConstraint("heard >= 1", name="heard"),
    CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 3", name="rank"),
    Index(None, "conversation_id", "position"),
)

note_change = Table(
    "note_change",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    _of_conversation(),
    _text("action_id"),
    _text("note_id", ForeignKey("note.id")),
    _maybe("before"),
    _text("at"),
    _maybe("undone_at"),
    Index(None, "conversation_id", "seq"),
)

draft = Table(
    "draft",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    _text("body"),
    _text("saved_at"),
)

lean = Table(
    "lean",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    Column("choice_id", Text, primary_key=True),
    _text("body"),
)

review = Table(
    "review",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    _text("body"),
    _text("updated_at"),
)

individual_views = Table(
    "individual_views",
    metadata,
    Column("conversation_id", Text, ForeignKey("conversation.id"), primary_key=True),
    _text("body"),
    _text("updated_at"),
)

submission = Table(
    "submission",
    metadata,
    _id(),
    _of_conversation(),
    _count("revision"),
    _maybe("replaces_id", ForeignKey("submission.id")),
    Column("body", LargeBinary, nullable=False),
    _text("sha256"),
    _text("sealed_at"),
    UniqueConstraint("conversation_id", "revision"),
)

destination = Table(
    "destination",
    metadata,
    _id(),
    _text("name"),
    _text("protocol"),
    _text("url"),
    _maybe("receipt_key"),
    _text("state"),
    _maybe("until"),
    _count("failures"),
    _text("updated_at"),
    _maybe("recipient"),
    _maybe("closes"),
    _count("code_generation", default=0),
    _maybe("forms"),
    _one_of("state", DestinationState),
)

frozen = Table(
    "frozen",
    metadata,
    Column("submission_id", Text, ForeignKey("submission.id"), primary_key=True),
    Column("destination_id", Text, ForeignKey("destination.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    _text("sha256"),
    _text("media_type"),
    _text("frozen_at"),
)

outbox_item = Table(
    "outbox_item",
    metadata,
    _id(),
    _text("submission_id", ForeignKey("submission.id")),
    _maybe("destination_id", ForeignKey("destination.id")),
    _text("state"),
    _count("maybe_stored"),
    _count("attempts"),
    _count("conflicts"),
    _maybe("first_conflict_at"),
    _maybe("next_try_at"),
    _maybe("lease_owner"),
    _maybe("lease_until"),
    _maybe("reason"),
    _text("updated_at"),
    _maybe("leave_url"),
    Column("leave_code", Integer),
    _one_of("state", OutboxState),
    UniqueConstraint("submission_id", "destination_id"),
    Index(None, "state", "next_try_at"),
)

delivery_event = Table(
    "delivery_event",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    _text("item_id", ForeignKey("outbox_item.id")),
    _text("at"),
    _text("what"),
    Column("status", Integer),
    _maybe("detail"),
    Index(None, "item_id", "seq"),
)

hand_tick = Table(
    "hand_tick",
    metadata,
    Column("item_id", Text, ForeignKey("outbox_item.id"), primary_key=True),
    Column("answer_id", Text, primary_key=True),
    _text("at"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("item_id", Text, ForeignKey("outbox_item.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    _maybe("signature"),
    _count("is_verified"),
    _text("endpoint"),
    _text("stored_at"),
    _text("received_at"),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("item_id", Text, ForeignKey("outbox_item.id"), primary_key=True),
    _text("state"),
    _count("attempts"),
    _maybe("next_try_at"),
    _maybe("lease_owner"),
    _maybe("lease_until"),
    _maybe("reason"),
    _text("leave_url"),
    _count("leave_code"),
    _text("asked_at"),
    _text("updated_at"),
    _maybe("answer"),
    _maybe("proved_at"),
    _one_of("state", WithdrawalState),
)
