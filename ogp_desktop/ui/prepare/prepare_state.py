"""What the Prepare screen shows: pure functions of a conversation, its kit and the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogp_desktop.domain.agenda import Agenda, AgendaFlag, fit
from ogp_desktop.domain.conversation import ConversationState, Preparation, Role
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.format import Format
from ogp_desktop.domain.running_order import Step, running_order, steps_of
from ogp_desktop.kits.local_kit import LocalGroup, LocalKit, LocalRule
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Kit, Window
from ogp_desktop.services.reading import Prepared
from ogp_desktop.ui.prepare.pack_state import PackView
from ogp_desktop.ui.prepare.second_screen import ScreenFact

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
class AgendaItem:
    """One item of the running order; ``number`` and ``theme`` only where it is a question.

    ``may_leave`` tells whether the question can be left to each person alone.
    """

    id: str
    number: int | None
    theme: str
    minutes: int
    minimum: int
    is_protected: bool
    steps: tuple[Step, ...]
    may_leave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAlone:
    """A question that is answered on the individual sheet only."""

    id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionMoved:
    """A question the host has just moved, and how many minutes the first one got or gave."""

    number: int
    lead: int
    minutes: int
    is_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The agenda by items; ``fitted`` are the items that fitting would change, with minutes."""

    items: tuple[AgendaItem, ...]
    minutes: int
    surplus: int
    shortfall: int
    flags: tuple[AgendaFlag, ...]
    talk_seconds: int | None
    suggested_tables: int | None
    fitted: tuple[tuple[AgendaItem, int], ...]
    alone: tuple[QuestionAlone, ...]
    moved: QuestionMoved | None = None

    @property
    def total(self) -> int:
        """Return what the items sum to."""
        return sum(item.minutes for item in self.items)

    @property
    def fits(self) -> bool:
        """Tell whether the items sum to the minutes, each with what it needs."""
        return not self.surplus and not self.shortfall


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
    """Everything on the screen. ``preparation`` is what stands in the fields, kept or refused."""

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
    window: WindowNotice | None
    agenda: AgendaView
    screen: ScreenFact
    pack: PackView
    refusal: Refusal | None = None
    can_undo: bool = False

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
    today: date,
    pack: PackView,
    kits: Sequence[KitChoice] = (),
    screen: ScreenFact = ONE_SCREEN,
    typed: Preparation | None = None,
    refusal: Refusal | None = None,
    can_undo: bool = False,
    moved: QuestionMoved | None = None,
) -> PrepareState:
    """Return what to show; ``typed`` are fields that were refused and so are not kept."""
    conversation = found.conversation
    preparation = typed or conversation.preparation
    kit = in_language(found.kit, conversation.preparation.language)
    current = KitChoice(id=kit.id, title=kit.title)
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
        window=window_notice(kit.window, kit.closed_note, today),
        agenda=agenda_view(conversation.agenda, kit, moved),
        screen=screen,
        pack=pack,
        refusal=refusal,
        can_undo=can_undo,
    )


def agenda_view(agenda: Agenda, kit: LocalKit, moved: QuestionMoved | None = None) -> AgendaView:
    """Return the agenda by items, with what fitting it to its minutes would change."""
    items = _items(agenda, kit)
    fitted: tuple[tuple[AgendaItem, int], ...] = ()
    if agenda.surplus_minutes:
        then = {block.id: block.minutes for block in running_order(fit(agenda)).blocks}
        fitted = tuple(
            (item, then.get(item.id, 0)) for item in items if then.get(item.id, 0) != item.minutes
        )
    alone = set(agenda.individual_questions) - set(agenda.group_questions)
    return AgendaView(
        items=items,
        minutes=agenda.minutes,
        surplus=agenda.surplus_minutes,
        shortfall=agenda.shortfall_minutes,
        flags=agenda.flags,
        talk_seconds=agenda.talk_seconds_per_person_q1,
        suggested_tables=agenda.suggested_tables,
        fitted=fitted,
        alone=tuple(
            QuestionAlone(id=question.id, number=question.number)
            for question in kit.questions
            if question.id in alone
        ),
        moved=moved,
    )


def question_moved(
    question_id: str, before: Agenda, after: Agenda, kit: Kit
) -> QuestionMoved | None:
    """Return what moving one question did; nothing where it did not move."""
    is_out = question_id not in after.group_questions
    if is_out is (question_id not in before.group_questions):
        return None
    numbers = {question.id: place + 1 for place, question in enumerate(kit.questions)}
    lead = after.group_questions[0]
    minutes = _minutes_of(after, lead) - _minutes_of(before, lead)
    return QuestionMoved(
        number=numbers[question_id], lead=numbers[lead], minutes=abs(minutes), is_out=is_out
    )


def _minutes_of(agenda: Agenda, item_id: str) -> int:
    return next((item.minutes for item in running_order(agenda).blocks if item.id == item_id), 0)


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


def _items(agenda: Agenda, kit: LocalKit) -> tuple[AgendaItem, ...]:
    questions = {question.id: question for question in kit.questions}
    found = []
    for block in running_order(agenda).blocks:
        question = questions.get(block.question_id or "")
        steps = steps_of(agenda, block.id)
        found.append(
            AgendaItem(
                id=block.id,
                number=question.number if question else None,
                theme=question.theme if question else "",
                minutes=block.minutes,
                minimum=block.minimum,
                is_protected=block.is_protected,
                steps=steps if len(steps) > 1 else (),
                may_leave=block.question_id in agenda.group_questions[1:],
            )
        )
    return tuple(found)


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
