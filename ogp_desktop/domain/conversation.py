"""One meeting, planned or held, with one pinned version of a kit, and the states it may be in.

A conversation moves ``draft > ready > running <> paused > held > sealed``; a sealed one is never
unsealed: a correction makes a further revision of its submission.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from ogp_desktop.domain.agenda import MINUTES_RANGE, PEOPLE_RANGE, Agenda
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.paper_pack import PackMade
from ogp_desktop.domain.timing_log import PLAN_CHANGES, TimingKind
from ogp_desktop.domain.turns import MOST_SEATS, TurnsBy, TurnTally

TITLE_LIMIT = 120

SMALL_ROOM = 10
"""Below this many people a group would point at somebody (ux 4.5)."""
SMALL_GROUP = 3


class ConversationState(StrEnum):
    """Where a meeting stands in its life."""

    DRAFT = "draft"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    HELD = "held"
    SEALED = "sealed"


class Role(StrEnum):
    """Who helps in the room; a role, never a name."""

    NOTE_TAKER = "note_taker"
    TIMEKEEPER = "timekeeper"
    TABLE_HOSTS = "table_hosts"
    SCRIBES = "scribes"
    CARD_SORTERS = "card_sorters"
    REMOTE_CO_HOST = "remote_co_host"


class Attribution(StrEnum):
    """The rule told to the room about who said what."""

    OPEN = "open"
    NON_ATTRIBUTION = "non_attribution"
    CHATHAM_HOUSE = "chatham_house"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPin:
    """The exact kit a conversation was made with; ``digest`` is the sha256 of its bytes."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What the host decides beforehand. Minutes are a length, not clock times.

    ``ends_by`` is the time of day at which it must end, where that is fixed. ``is_interpreted``
    when everything is said a second time, in another language, after each speaker.
    ``pack`` is the last paper pack that was made of it, ``turns`` what is kept of the turns people
    took: ``None`` until somebody counts them.
    """

    title: str = ""
    place: str = ""
    language: str
    notes_language: str
    format: Format = Format.IN_PERSON
    minutes: int = 90
    people: int = 12
    tables: int | None = None
    ends_by: time | None = None
    is_interpreted: bool = False
    roles: frozenset[Role] = frozenset({Role.NOTE_TAKER})
    group_counts: Mapping[str, int] = field(default_factory=dict)
    attribution: Attribution = Attribution.NON_ATTRIBUTION
    pack: PackMade | None = None
    turns: TurnTally | None = None

    @property
    def turns_counted(self) -> int:
        """Return how many turns were counted in all."""
        return self.turns.total if self.turns else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A meeting: its pinned kit, its preparation, its agenda and its state."""

    id: ConversationId
    kit: KitPin
    preparation: Preparation
    agenda: Agenda
    state: ConversationState
    created_at: datetime
    updated_at: datetime


def check_preparation(preparation: Preparation) -> None:
    """Refuse a preparation that no room could hold; the refusal names the field.

    Raises ``Refusal`` with ``field``, and ``low``/``high`` or ``limit`` where a bound was passed.
    """
    _within("minutes", preparation.minutes, MINUTES_RANGE)
    _within("people", preparation.people, PEOPLE_RANGE)
    if preparation.tables is not None:
        _within("tables", preparation.tables, (1, preparation.people))
    if len(preparation.title) > TITLE_LIMIT:
        raise Refusal("too_long", field="title", limit=TITLE_LIMIT)
    if any(count < 0 for count in preparation.group_counts.values()):
        raise Refusal("out_of_range", field="group_counts", low=0, high=preparation.people)
    if sum(preparation.group_counts.values()) > preparation.people:
        raise Refusal("counts_exceed_people", field="group_counts", people=preparation.people)


def _within(field_name: str, value: int, bounds: tuple[int, int]) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise Refusal("out_of_range", field=field_name, low=low, high=high)


def may_record_group(preparation: Preparation, group_id: str) -> bool:
    """Tell whether a note may carry this group without pointing at a person (ux 4.5).

    Under the Chatham House Rule affiliation is covered too, so no group is ever recorded.
    """
    if preparation.attribution is Attribution.CHATHAM_HOUSE or preparation.people < SMALL_ROOM:
        return False
    counted = preparation.group_counts.get(group_id)
    return counted is None or counted >= SMALL_GROUP


def ways_of_counting(preparation: Preparation, group_ids: Iterable[str]) -> tuple[TurnsBy, ...]:
    """Return by what turns can be counted in a room: seats that an eye can follow, and groups
    that point at nobody.
    """
    seats = (TurnsBy.SEAT,) if preparation.people <= MOST_SEATS else ()
    has_groups = any(may_record_group(preparation, one) for one in group_ids)
    return (*seats, TurnsBy.GROUP) if has_groups else seats


_BEFORE = frozenset({ConversationState.DRAFT, ConversationState.READY})
_LIVE = frozenset({ConversationState.RUNNING, ConversationState.PAUSED})
_MOVES: Mapping[TimingKind, Mapping[ConversationState, ConversationState]] = {
    TimingKind.STARTED: {
        ConversationState.DRAFT: ConversationState.RUNNING,
        ConversationState.READY: ConversationState.RUNNING,
    },
    TimingKind.PAUSED: {ConversationState.RUNNING: ConversationState.PAUSED},
    TimingKind.RESUMED: {ConversationState.PAUSED: ConversationState.RUNNING},
    TimingKind.ENDED: {
        ConversationState.RUNNING: ConversationState.HELD,
        ConversationState.PAUSED: ConversationState.HELD,
    },
}


def state_after(state: ConversationState, event: TimingKind) -> ConversationState:
    """Return the state that an event of the clock leads to; most events change nothing.

    The plan may change before the start already. Raises ``Refusal("not_now")`` when the event has
    no meaning in this state.
    """
    moves = _MOVES.get(event)
    if moves is None:
        if state not in (_LIVE | _BEFORE if event in PLAN_CHANGES else _LIVE):
            raise Refusal("not_now", state=state.value, event=event.value)
        return state
    if state not in moves:
        raise Refusal("not_now", state=state.value, event=event.value)
    return moves[state]
