"""What Prepare shows follows from the conversation, its kit and the day, and from nothing else."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ogp_desktop.domain.clock import Moment
from ogp_desktop.domain.conversation import Role
from ogp_desktop.domain.format import Format
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import Window
from ogp_desktop.paths import data_root
from ogp_desktop.services import preparing
from ogp_desktop.services.reading import prepared
from ogp_desktop.ui.prepare.pack_state import pack_view
from ogp_desktop.ui.prepare.pack_words import PackWriter
from ogp_desktop.ui.prepare.prepare_state import PrepareState, prepare_state, window_notice
from tests.support.workplaces import OGP, workplace_at

NOW = datetime(2022, 8, 1, 16, 10, tzinfo=UTC)


def _state(folder: Path, **values: object) -> PrepareState:
    with workplace_at(folder) as at:
        made = preparing.create_conversation(at, kit_id=OGP, language="en")
        wanted = type(made.preparation)(
            **{"language": "en", "notes_language": "fr", "minutes": 90, "people": 18, **values}  # type: ignore[arg-type]
        )
        preparing.change_preparation(at, conversation_id=made.id, preparation=wanted)
        found = prepared(at, conversation_id=made.id)
        kit = in_language(found.kit, "en")
        pack = PackWriter("en", data_root()).pack(kit, found.conversation)
        return prepare_state(found, now=Moment(wall=NOW), pack=pack_view(pack, None))


def test_items_sum_to_the_minutes_and_carry_their_question(tmp_path: Path) -> None:
    state = _state(tmp_path)
    assert state.agenda.total == 90
    questions = [(item.id, item.number) for item in state.agenda.items if item.number]
    assert questions == [("q1", 1), ("q2", 2), ("q3", 3)]
    lead = next(item for item in state.agenda.items if item.id == "q1")
    assert sum(step.minutes for step in lead.steps) == lead.minutes


def test_questions_left_to_the_sheet_are_named(tmp_path: Path) -> None:
    alone = _state(tmp_path, minutes=45).agenda.alone
    assert [(question.id, question.number) for question in alone] == [("q2", 2), ("q3", 3)]


@pytest.mark.parametrize(
    ("people", "way", "roles"),
    [
        (8, Format.ONLINE, {Role.NOTE_TAKER}),
        (18, Format.IN_PERSON, {Role.NOTE_TAKER, Role.TIMEKEEPER, Role.SCRIBES}),
        (8, Format.HYBRID, {Role.NOTE_TAKER, Role.REMOTE_CO_HOST}),
        (41, Format.IN_PERSON, set(Role) - {Role.REMOTE_CO_HOST}),
    ],
)
def test_roles_offered_follow_the_room(
    tmp_path: Path, people: int, way: Format, roles: set[Role]
) -> None:
    assert set(_state(tmp_path, people=people, format=way).roles) == roles


def test_notes_may_be_in_any_offered_language_the_kits_own_first(tmp_path: Path) -> None:
    offered = _state(tmp_path, notes_language="ee").notes_languages
    assert offered[:3] == ("fr", "en", "ee")
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("today", "days_left"),
    [(date(2022, 8, 23), None), (date(2022, 8, 24), 7), (date(2022, 8, 31), 0)],
)
def test_window_is_told_from_seven_days_before_its_end(today: date, days_left: int | None) -> None:
    notice = window_notice(Window(closes=date(2022, 8, 31)), "", today)
    assert (notice.days_left if notice else None) == days_left
    assert notice is None or not notice.is_closed


def test_window_is_closed_from_the_day_after() -> None:
    notice = window_notice(Window(closes=date(2022, 8, 31)), "", date(2022, 9, 1))
    assert notice is not None
    assert notice.is_closed
    assert window_notice(None, "", date(2022, 9, 1)) is None
