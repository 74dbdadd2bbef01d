"""What the Prepare screen shows: pure functions of a conversation, its kit and the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogp_desktop.domain.agenda import MINUTES_RANGE
from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.conversation import (
    ConversationState,
    Preparation,
    Role,
    ways_of_counting,
)
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.turns import TurnsBy, TurnTally
from ogp_desktop.domain.usual_times import PastTime
from ogp_desktop.kits.local_kit import LocalGroup, LocalRule
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit, Window
from ogp_desktop.services.preparing import shortest_for
from ogp_desktop.services.reading import Prepared
from ogp_desktop.ui.prepare.agenda_view import AgendaView, QuestionMoved, agenda_view
from ogp_desktop.ui.prepare.pack_state import PackView
from ogp_desktop.ui.prepare.second_screen import ScreenFact
from ogp_desktop.ui.prepare.time_offer import TimeOffer, time_offer

NEAR_CLOSING_DAYS = 7
ONE_SCREEN = ScreenFact()

NOTES_LANGUAGES = (
    "ar", "bg", "bs", "cs", "da", "de", "el", "en", "es", "et", "ff", "fi", "fr", "ha", "hr", "hu",
    "hy", "id", "it", "ka", "ko", "lt", "lv", "mg", "mk", "mn", "ms", "nb", "nl", "pl", "pt", "ro",
    "ru", "rw", "sk", "sq", "sr", "sv", "sw", "th", "tl", "tr", "uk", "wo", "yo", "zu",
)  # fmt: skip
"""Languages offered for notes besides the kit's own; notes may be in any language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitChoice:
    """A kit that can be chosen."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowNotice:
    """What to say about the kit's last day: it is past, or ``days_left`` until it ends."""

    closes: date
    days_left: int
    note: str

    @property
    def is_closed(self) -> bool:
        """Tell whether the last day is over."""
        return self.days_left < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareState:
    """Everything on the screen. ``preparation`` is what stands in the fields, kept or refused.

    ``enough_minutes`` are the fewest that this room needs, where too few were typed. ``turns`` are
    the ways in which turns can be counted here, ``kept_turns`` the one that is on.
    """

    stage: ConversationState
    preparation: Preparation
    kit_id: str
    kits: tuple[KitChoice, ...]
    languages: tuple[str, ...]
    notes_languages: tuple[str, ...]
    formats: tuple[Format, ...]
    our_formats: frozenset[Format]
    presets: tuple[int, ...]
    roles: tuple[Role, ...]
    rules: tuple[LocalRule, ...]
    groups: tuple[LocalGroup, ...]
    turns: tuple[TurnsBy, ...]
    kept_turns: TurnTally | None
    window: WindowNotice | None
    agenda: AgendaView
    screen: ScreenFact
    pack: PackView
    refusal: Refusal | None = None
    can_undo: bool = False
    offer: TimeOffer | None = None
    enough_minutes: int | None = None

    @property
    def is_editable(self) -> bool:
        """Tell whether the plan may change: until the clock starts."""
        return self.stage in {ConversationState.DRAFT, ConversationState.READY}

    @property
    def is_held(self) -> bool:
        """Tell whether the conversation is over."""
        return self.stage in {ConversationState.HELD, ConversationState.SEALED}

    @property
    def is_prepared(self) -> bool:
        """Tell whether everything that should be decided beforehand is, and can be kept."""
        has_notes = Role.NOTE_TAKER in self.preparation.roles
        has_title = bool(self.preparation.title.strip())
        return self.refusal is None and self.agenda.fits and has_notes and has_title

    @property
    def counted(self) -> int:
        """Return how many people the groups in the room hold together."""
        return sum(self.preparation.group_counts.values())


def prepare_state(
    found: Prepared,
    *,
    now: Moment,
    pack: PackView,
    kits: Sequence[KitChoice] = (),
    screen: ScreenFact = ONE_SCREEN,
    typed: Preparation | None = None,
    refusal: Refusal | None = None,
    can_undo: bool = False,
    moved: QuestionMoved | None = None,
    past: Sequence[PastTime] = (),
) -> PrepareState:
    """Return what to show; ``typed`` are fields that were refused and so are not kept.

    ``past`` is what conversations on the same kit took, as far as it may be spoken of.
    """
    conversation = found.conversation
    preparation = typed or conversation.preparation
    kit = in_language(found.kit, conversation.preparation.language)
    current = KitChoice(id=kit.id, title=kit.title)
    agenda = agenda_view(conversation.agenda, kit, now, moved)
    kept = conversation.preparation.turns
    return PrepareState(
        stage=conversation.state,
        preparation=preparation,
        kit_id=kit.id,
        kits=tuple(one if one.id != kit.id else current for one in kits) or (current,),
        languages=tuple(found.kit.languages),
        notes_languages=_notes_languages(found.kit, preparation),
        formats=kit.formats,
        our_formats=kit.our_formats,
        presets=kit.presets,
        roles=_roles(preparation),
        rules=kit.consent.attribution,
        groups=kit.groups,
        turns=ways_of_counting(preparation, (group.id for group in kit.groups)),
        kept_turns=kept if kept is not None and kept.is_on else None,
        window=window_notice(kit.window, kit.closed_note, now.wall.date()),
        agenda=agenda,
        screen=screen,
        pack=pack,
        refusal=refusal,
        can_undo=can_undo,
        offer=time_offer(conversation, agenda.items, now.wall, past),
        enough_minutes=_enough_minutes(found, preparation, refusal),
    )


def _enough_minutes(found: Prepared, typed: Preparation, refusal: Refusal | None) -> int | None:
    is_it = refusal is not None and refusal.data.get("field") == "minutes"
    if not is_it or typed.minutes >= MINUTES_RANGE[0]:
        return None
    return shortest_for(found.kit, found.conversation.preparation)


def window_notice(window: Window | None, closed_note: str, today: date) -> WindowNotice | None:
    """Return what to say about the last day: from seven days before it, and ever after."""
    if window is None:
        return None
    left = window.days_left(today)
    if left > NEAR_CLOSING_DAYS:
        return None
    return WindowNotice(closes=window.closes, days_left=left, note=closed_note)


def kit_choices(kits: Sequence[Kit], language: str) -> tuple[KitChoice, ...]:
    """Return the kits with their titles in the language nearest to the wanted one."""
    return tuple(
        KitChoice(id=kit.id, title=in_language(kit, kit.best_language(language)).title)
        for kit in kits
    )


def _roles(preparation: Preparation) -> tuple[Role, ...]:
    """Return the roles that help a room of this size and format (small rooms need fewer)."""
    people = preparation.people
    wanted = [Role.NOTE_TAKER]
    wanted += [Role.TIMEKEEPER, Role.SCRIBES] if people > 8 else []
    wanted += [Role.TABLE_HOSTS] if people > 20 else []
    wanted += [Role.CARD_SORTERS] if people > 40 else []
    wanted += [Role.REMOTE_CO_HOST] if preparation.format is Format.HYBRID else []
    return tuple(role for role in Role if role in wanted or role in preparation.roles)


def _notes_languages(kit: Kit, preparation: Preparation) -> tuple[str, ...]:
    offered = (*kit.languages, preparation.notes_language, *NOTES_LANGUAGES)
    return tuple(dict.fromkeys(offered))
