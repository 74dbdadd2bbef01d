"""Preparing a conversation: choose a kit, say who and how long, and get an agenda that fits.

The kit is copied into the data file when the conversation is made, so that a newer kit never
changes it.
"""

from dataclasses import replace

from ogp_desktop.domain.agenda import Agenda, PlanRequest, fit, fit_to
from ogp_desktop.domain.conversation import (
    Conversation,
    ConversationState,
    KitPin,
    Preparation,
    check_preparation,
)
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.paper_pack import PackMade
from ogp_desktop.domain.planning import plan, shortest
from ogp_desktop.domain.planning_group import as_wished, with_question, without_question
from ogp_desktop.domain.running_order import with_item_minutes
from ogp_desktop.domain.usual_times import usual_plan
from ogp_desktop.kits.bytes import kit_bytes
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.planning import planning_rules
from ogp_desktop.services.changes import Changes, Touched, changes
from ogp_desktop.services.reading import conversations, past_times
from ogp_desktop.services.replanning import plan_as_prepared
from ogp_desktop.services.workplace import Workplace, pinned_kit
from ogp_desktop.storage.store import UnitOfWork

_EDITABLE = {ConversationState.DRAFT, ConversationState.READY}


def plan_for(kit: Kit, preparation: Preparation) -> Agenda:
    """Return the agenda that the planner gives for this kit and room; nothing is kept."""
    check_preparation(preparation)
    return plan(_request(kit, preparation))


def shortest_for(kit: Kit, preparation: Preparation) -> int:
    """Return the fewest minutes in which this kit and room have all they need."""
    return shortest(_request(kit, preparation)).minutes


def usual_kit(at: Workplace) -> Kit:
    """Return the kit for one more conversation: that of the conversation touched last.

    Where there is none, or its kit is no longer at hand, it is the first that came with the
    program.
    """
    last = {row.kit_id for row in conversations(at, limit=1)}
    at_hand = (kit for kit in at.library.kits() if kit.id in last)
    return next(at_hand, None) or at.library.first_built_in()


def create_conversation(
    at: Workplace, *, kit_id: str, language: str, title: str = ""
) -> Conversation:
    """Keep a new draft with the newest kit of that id, pinned; its agenda is the planner's."""
    kit = at.library.newest(kit_id)
    content_language = kit.best_language(language)
    preparation = Preparation(
        title=title, language=content_language, notes_language=content_language
    )
    now = at.clock.now()
    pin = KitPin(id=kit.id, version=kit.version, digest=kit.digest)
    conversation = Conversation(
        id=ConversationId(at.new_id()),
        kit=pin,
        preparation=preparation,
        agenda=plan_for(kit, preparation),
        state=ConversationState.DRAFT,
        created_at=now,
        updated_at=now,
    )
    with at.store.writing() as unit:
        unit.conversations.pin_kit(pin, kit_bytes(kit))
        unit.conversations.add(conversation)
    return conversation


def change_kit(at: Workplace, *, conversation_id: ConversationId, kit_id: str) -> Changes:
    """Pin another kit to a conversation that was not started; its agenda is planned anew."""
    kit = at.library.newest(kit_id)
    pin = KitPin(id=kit.id, version=kit.version, digest=kit.digest)
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        language = kit.best_language(conversation.preparation.language)
        preparation = replace(conversation.preparation, language=language, group_counts={})
        unit.conversations.pin_kit(pin, kit_bytes(kit))
        _keep(
            at,
            unit,
            replace(
                conversation,
                kit=pin,
                preparation=preparation,
                agenda=plan_for(kit, preparation),
            ),
        )
    return _changed(conversation_id)


def change_preparation(
    at: Workplace, *, conversation_id: ConversationId, preparation: Preparation
) -> Changes:
    """Keep what the host decided; the agenda is planned anew only when its inputs changed.

    A question that the host moved out of the group, or back into it, stays where it was put.
    The paper pack that was made and the turns that were counted are no decisions: they stay as
    they are kept.
    Raises ``Refusal`` naming the field; then nothing is kept.
    """
    check_preparation(preparation)
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        kept = conversation.preparation
        preparation = replace(preparation, pack=kept.pack, turns=kept.turns)
        agenda = conversation.agenda
        if _inputs(preparation) != _inputs(conversation.preparation):
            agenda = _planned_anew(pinned_kit(unit, conversation), conversation, preparation)
        _keep(at, unit, replace(conversation, preparation=preparation, agenda=agenda))
    return _changed(conversation_id)


def rename_conversation(
    at: Workplace, *, conversation_id: ConversationId, title: str, place: str
) -> Changes:
    """Change a conversation's title and place, at any time before it is sealed."""
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        preparation = replace(conversation.preparation, title=title.strip(), place=place.strip())
        check_preparation(preparation)
        _keep(at, unit, replace(conversation, preparation=preparation))
    return _changed(conversation_id)


def set_item_minutes(
    at: Workplace, *, conversation_id: ConversationId, item_id: str, minutes: int
) -> Changes:
    """Set one item of the running order by hand; the total may then differ from the minutes."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        agenda = with_item_minutes(conversation.agenda, item_id, minutes)
        _keep(at, unit, replace(conversation, agenda=agenda))
    return _changed(conversation_id)


def fit_agenda(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Fit the agenda to its minutes again, by the planner's order of cuts."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        _keep(at, unit, replace(conversation, agenda=fit(conversation.agenda)))
    return _changed(conversation_id)


def move_question_out(
    at: Workplace, *, conversation_id: ConversationId, question_id: str
) -> Changes:
    """Take a question out of the group's time: each person answers it alone."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        agenda = without_question(conversation.agenda, question_id)
        _keep(at, unit, replace(conversation, agenda=agenda))
    return _changed(conversation_id)


def take_question_back(
    at: Workplace, *, conversation_id: ConversationId, question_id: str
) -> Changes:
    """Let the group talk about a question again."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        request = _request(pinned_kit(unit, conversation), conversation.preparation)
        agenda = with_question(conversation.agenda, request, question_id)
        _keep(at, unit, replace(conversation, agenda=agenda))
    return _changed(conversation_id)


def fit_to_minutes(at: Workplace, *, conversation_id: ConversationId, minutes: int) -> Changes:
    """Give the conversation other minutes and fit the agenda to them, as it was edited so far."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        preparation = replace(conversation.preparation, minutes=minutes)
        check_preparation(preparation)
        agenda = fit_to(conversation.agenda, minutes)
        _keep(at, unit, replace(conversation, preparation=preparation, agenda=agenda))
    return _changed(conversation_id)


def take_usual_times(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Plan by what past conversations on the same kit took.

    Raises ``Refusal("too_few")`` where they tell nothing that the plan does not do already.
    """
    with at.store.reading() as unit:
        kit_id = unit.conversations.get(conversation_id).kit.id
    past = past_times(at, kit_id=kit_id)
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        usual = usual_plan(conversation.agenda, past, conversation.preparation.format)
        if usual is None:
            raise Refusal("too_few")
        _keep(at, unit, replace(conversation, agenda=usual.agenda))
    return _changed(conversation_id)


def put_back_plan(at: Workplace, *, conversation_id: ConversationId, plan: Conversation) -> Changes:
    """Put an earlier agenda back, and what it was planned for: the undo of any edit of it."""
    was = plan.preparation
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        preparation = replace(
            conversation.preparation,
            minutes=was.minutes,
            people=was.people,
            format=was.format,
            tables=was.tables,
            is_interpreted=was.is_interpreted,
        )
        check_preparation(preparation)
        _keep(at, unit, replace(conversation, preparation=preparation, agenda=plan.agenda))
    return _changed(conversation_id)


def mark_ready(at: Workplace, *, conversation_id: ConversationId) -> Changes:
    """Say that the preparation is done; it can still be changed until the start."""
    with at.store.writing() as unit:
        conversation = _editable(unit, conversation_id)
        _keep(at, unit, replace(conversation, state=ConversationState.READY))
    return _changed(conversation_id)


def keep_pack(at: Workplace, *, conversation_id: ConversationId, pack: PackMade) -> Changes:
    """Remember which paper pack was made; of a sealed conversation nothing more is kept."""
    with at.store.writing() as unit:
        conversation = unit.conversations.get(conversation_id)
        if conversation.state is not ConversationState.SEALED:
            preparation = replace(conversation.preparation, pack=pack)
            unit.conversations.replace(replace(conversation, preparation=preparation))
    return changes(Touched.PREPARATION, of=conversation_id)


def _request(kit: Kit, preparation: Preparation) -> PlanRequest:
    return PlanRequest(
        minutes=preparation.minutes,
        people=preparation.people,
        format=preparation.format,
        tables=preparation.tables,
        rules=planning_rules(kit),
        is_interpreted=preparation.is_interpreted,
    )


def _planned_anew(kit: Kit, before: Conversation, preparation: Preparation) -> Agenda:
    return as_wished(
        plan_for(kit, preparation),
        _request(kit, preparation),
        planned_before=plan_for(kit, before.preparation),
        wished=before.agenda,
    )


def _inputs(preparation: Preparation) -> tuple[object, ...]:
    return (
        preparation.minutes,
        preparation.people,
        preparation.format,
        preparation.tables,
        preparation.is_interpreted,
    )


def _editable(unit: UnitOfWork, conversation_id: ConversationId) -> Conversation:
    conversation = unit.conversations.get(conversation_id)
    if conversation.state not in _EDITABLE:
        raise Refusal("already_started", state=conversation.state.value)
    return conversation


def _keep(at: Workplace, unit: UnitOfWork, conversation: Conversation) -> None:
    before = unit.conversations.get(conversation.id)
    if conversation.agenda != before.agenda:
        plan_as_prepared(at, unit, conversation)
    unit.conversations.replace(replace(conversation, updated_at=at.clock.now()))


def _changed(conversation_id: ConversationId) -> Changes:
    return changes(Touched.PREPARATION, Touched.CONVERSATIONS, of=conversation_id)
