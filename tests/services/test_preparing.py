"""What the host decides is kept whole or refused with its field; the agenda follows from it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ogp_desktop.domain.conversation import Attribution, Conversation, ConversationState, Role
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.running_order import running_order
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.services import preparing, running
from ogp_desktop.services.reading import prepared
from ogp_desktop.services.workplace import Workplace
from tests.support.kits import BUILT_IN, changed, write_folder
from tests.support.workplaces import OGP


@pytest.fixture
def made(at: Workplace) -> Conversation:
    """Give a new conversation on the OGP kit."""
    return preparing.create_conversation(at, kit_id=OGP, language="fr_TG", title="Kpalimé")


def _now(at: Workplace, made: Conversation) -> Conversation:
    return prepared(at, conversation_id=made.id).conversation


def _items(conversation: Conversation) -> dict[str, int]:
    return {block.id: block.minutes for block in running_order(conversation.agenda).blocks}


def test_create_pins_the_kit_in_the_nearest_language(at: Workplace, made: Conversation) -> None:
    found = prepared(at, conversation_id=made.id)
    assert found.kit.digest == made.kit.digest
    assert made.preparation.language == "fr"
    assert made.agenda.total_minutes == made.preparation.minutes


def test_usual_kit_came_with_the_program_and_then_is_that_of_the_last_conversation(
    at: Workplace, tmp_path: Path
) -> None:
    files = changed("kit.toml", '"tiny"', '"a-tiny-one"')
    added = at.library.install(write_folder(tmp_path / "a-tiny-one", files))
    assert added.id == at.library.kits()[0].id
    assert preparing.usual_kit(at).id == OGP
    older = preparing.create_conversation(at, kit_id=OGP, language="en")
    at.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    preparing.create_conversation(at, kit_id=added.id, language="en")
    assert preparing.usual_kit(at).id == added.id
    at.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    preparing.mark_ready(at, conversation_id=older.id)
    assert preparing.usual_kit(at).id == OGP


def test_usual_kit_came_with_the_program_when_that_of_the_last_conversation_is_gone(
    at: Workplace, tmp_path: Path
) -> None:
    files = changed("kit.toml", '"tiny"', '"a-tiny-one"')
    added = at.library.install(write_folder(tmp_path / "a-tiny-one", files))
    preparing.create_conversation(at, kit_id=added.id, language="en")
    without = replace(at, library=KitLibrary(BUILT_IN, tmp_path / "none"))
    assert preparing.usual_kit(without).id == OGP


def test_change_keeps_every_value_and_plans_anew(at: Workplace, made: Conversation) -> None:
    wanted = replace(
        made.preparation,
        place="Kpalimé",
        minutes=60,
        people=25,
        roles=frozenset({Role.NOTE_TAKER, Role.TIMEKEEPER}),
        group_counts={"civil_society": 7, "media": 3},
        attribution=Attribution.CHATHAM_HOUSE,
    )
    preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
    now = _now(at, made)
    assert now.preparation == wanted
    assert now.agenda.minutes == now.agenda.total_minutes == 60


def test_change_of_the_title_leaves_an_agenda_set_by_hand(
    at: Workplace, made: Conversation
) -> None:
    preparing.set_item_minutes(at, conversation_id=made.id, item_id="q3", minutes=25)
    by_hand = _now(at, made)
    preparing.change_preparation(
        at, conversation_id=made.id, preparation=replace(by_hand.preparation, title="Forum")
    )
    assert _now(at, made).agenda == by_hand.agenda


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("minutes", {"minutes": 14}),
        ("minutes", {"minutes": 241}),
        ("people", {"people": 1}),
        ("tables", {"tables": 13}),
        ("title", {"title": "x" * 121}),
        ("group_counts", {"group_counts": {"media": 13}}),
    ],
)
def test_change_is_refused_with_its_field_and_keeps_nothing(
    at: Workplace, made: Conversation, field: str, values: dict[str, object]
) -> None:
    wanted = replace(made.preparation, place="Lomé", **values)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as refused:
        preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
    assert refused.value.data["field"] == field
    assert _now(at, made).preparation == made.preparation


def test_fit_takes_back_what_an_edit_by_hand_gave(at: Workplace, made: Conversation) -> None:
    longer = _items(made)["q3"] + 8
    preparing.set_item_minutes(at, conversation_id=made.id, item_id="q3", minutes=longer)
    assert _now(at, made).agenda.surplus_minutes == 8
    preparing.fit_agenda(at, conversation_id=made.id)
    assert _now(at, made).agenda.surplus_minutes == 0


def test_put_back_restores_the_agenda_of_before(at: Workplace, made: Conversation) -> None:
    preparing.set_item_minutes(at, conversation_id=made.id, item_id="q3", minutes=25)
    preparing.put_back_plan(at, conversation_id=made.id, plan=made)
    assert _now(at, made).agenda == made.agenda


def test_another_kit_is_pinned_with_its_own_agenda(at: Workplace, made: Conversation) -> None:
    other = next(kit.id for kit in at.library.kits() if kit.id != OGP)
    preparing.change_kit(at, conversation_id=made.id, kit_id=other)
    found = prepared(at, conversation_id=made.id)
    assert found.kit.id == other
    questions = {question.id for question in found.kit.questions}
    blocks = {block.question_id for block in found.conversation.agenda.blocks if block.question_id}
    assert blocks <= questions


def test_ready_is_kept_and_the_clock_stands(at: Workplace, made: Conversation) -> None:
    preparing.mark_ready(at, conversation_id=made.id)
    assert _now(at, made).state is ConversationState.READY


def test_plan_is_refused_after_the_start_but_the_title_is_not(
    at: Workplace, made: Conversation
) -> None:
    running.start(at, conversation_id=made.id)
    with pytest.raises(Refusal) as refused:
        preparing.change_preparation(
            at, conversation_id=made.id, preparation=replace(made.preparation, minutes=60)
        )
    assert refused.value.code == "already_started"
    preparing.rename_conversation(at, conversation_id=made.id, title=" Forum ", place="Lomé")
    now = _now(at, made).preparation
    assert (now.title, now.place, now.minutes) == ("Forum", "Lomé", made.preparation.minutes)
