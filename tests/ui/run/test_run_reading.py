"""What the Run screen shows is computed from facts alone, without Qt."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

from ogp_desktop.domain.agenda import Agenda, Block
from ogp_desktop.domain.notes import Tally
from ogp_desktop.domain.schedule import schedule
from ogp_desktop.domain.timing_log import TimingEvent, TimingKind
from ogp_desktop.kits.local_kit import LocalKit
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.reading import read_kit
from ogp_desktop.paths import data_root
from ogp_desktop.ui.audience.audience_state import AudienceMode, AudienceState, RoomLine, RoomTime
from ogp_desktop.ui.run.room_view import room_view
from ogp_desktop.ui.run.run_reading import (
    Counts,
    count,
    item_states,
    next_item_id,
    numbers,
    question_state,
    shown_question_id,
    strip_state,
)
from ogp_desktop.ui.run.run_state import PromptMark

NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
AGENDA = Agenda(
    minutes=60,
    blocks=tuple(
        Block(id=one, minutes=length, minimum=1, question_id=one if one.startswith("q") else None)
        for one, length in (
            ("welcome", 5),
            ("q1", 20),
            ("break", 5),
            ("q2", 20),
            ("individual", 5),
            ("close", 5),
        )
    ),
)


def the_kit(language: str = "en") -> LocalKit:
    return in_language(read_kit(data_root() / "kits" / "ogp-strategy-2022"), language)


def a_tally(
    question_id: str, kind_id: str, *, choice_id: str | None = None, is_parked: bool = False
) -> Tally:
    return Tally(
        question_id=question_id,
        kind_id=kind_id,
        choice_id=choice_id,
        is_parked=is_parked,
        count=1,
    )


def log(*events: tuple[TimingKind, float, str | None]) -> tuple[TimingEvent, ...]:
    return tuple(
        TimingEvent(kind=kind, at=NOW + timedelta(minutes=at), block_id=block)
        for kind, at, block in events
    )


def test_item_without_question_keeps_the_one_before_and_the_first_takes_the_first() -> None:
    kit = the_kit()
    shown = [shown_question_id(AGENDA, block.id, kit) for block in AGENDA.blocks]
    assert shown == ["q1", "q1", "q1", "q2", "q2", "q2"]


def test_next_item_ends_at_either_end() -> None:
    assert next_item_id(AGENDA, "close") is None
    assert next_item_id(AGENDA, "welcome", -1) is None
    assert next_item_id(AGENDA, "q1") == "break"


def test_notes_are_counted_by_prompt_through_their_kind_and_parked_ones_apart() -> None:
    kit = the_kit()
    follow_up = next(kind for kind in kit.question("q1").kinds if kind.prompt_id)
    choice = kit.question("q2").choices[0].id
    counts = count(
        (
            a_tally("q1", follow_up.id),
            a_tally("q1", kit.question("q1").kinds[0].id),
            a_tally("q1", follow_up.id, is_parked=True),
            a_tally("q2", kit.question("q2").kinds[0].id, choice_id=choice),
        ),
        kit,
    )
    assert counts.by_question == {"q1": 2, "q2": 1}
    assert counts.by_prompt == {("q1", follow_up.prompt_id): 1, ("q2", choice): 1}
    assert counts.parked == 1


def test_strip_says_what_is_left_of_which_item_and_what_follows() -> None:
    kit = the_kit()
    now = NOW + timedelta(minutes=12)
    here = schedule(AGENDA, log((TimingKind.STARTED, 0, None), (TimingKind.MOVED, 7, "q1")), now)
    strip = strip_state(AGENDA, here, kit, now)
    assert (strip.item_id, strip.left_s, strip.planned_minutes) == ("q1", 15 * 60, 20)
    assert (strip.next_item_id, strip.next_number) == ("break", None)
    assert [segment.done for segment in strip.segments] == [1.0, 0.25, 0.0, 0.0, 0.0, 0.0]
    assert [segment.is_current for segment in strip.segments].index(True) == 1


def test_items_carry_minutes_used_and_notes() -> None:
    kit = the_kit()
    here = schedule(
        AGENDA,
        log((TimingKind.STARTED, 0, None), (TimingKind.MOVED, 7, "q1")),
        NOW + timedelta(minutes=10),
    )
    items = item_states(here, kit, Counts(by_question={"q1": 3}, by_prompt={}, parked=0))
    assert [item.used_minutes for item in items[:3]] == [7, 3, 0]
    assert [item.notes for item in items[:3]] == [0, 3, 0]
    assert items[1].theme == kit.question("q1").theme


def test_question_shows_choices_before_prompts_with_their_marks() -> None:
    kit = the_kit()
    question = kit.question("q2")
    first = question.choices[0].id
    shown = question_state(kit, "q2", {first: "asking"}, count((), kit), first)
    assert [line.id for line in shown.prompts[: len(question.choices)]] == [
        choice.id for choice in question.choices
    ]
    assert shown.prompts[0].mark is PromptMark.ASKING
    assert shown.prompts[0].is_on_screen
    assert not shown.is_on_screen


def test_original_is_shown_only_where_one_question_lacks_an_official_wording() -> None:
    french, english = the_kit("fr"), the_kit("en")
    none = count((), french)
    assert question_state(french, "q3", {}, none, None).original is not None
    assert question_state(french, "q1", {}, none, None).original is None
    assert question_state(english, "q1", {}, none, None).original is None
    assert question_state(english, "q1", {}, none, None).is_our_translation


def test_room_state_has_no_place_for_notes_or_pace_and_lines_only_to_read_back() -> None:
    assert {field.name for field in fields(AudienceState)} == {
        *("mode", "language", "item_id", "number", "theme", "text", "examples", "time"),
        *("next_item_id", "next_number", "lines", "reading"),
    }
    assert {field.name for field in fields(RoomLine)} == {
        *("text", "label", "rank", "level", "groups")
    }
    assert {field.name for field in fields(RoomTime)} == {"state", "minutes_left", "share_used"}


def test_room_sees_prompt_question_item_or_nothing() -> None:
    kit = the_kit()
    here = schedule(
        AGENDA,
        log((TimingKind.STARTED, 0, None), (TimingKind.MOVED, 5, "q1")),
        NOW + timedelta(minutes=16, seconds=36),
    )
    prompt = kit.question("q1").prompts[0]

    def seen(on_screen: str | None, **more: bool) -> AudienceState:
        chosen = {"has_timer": True, "is_blank": False} | more
        return room_view(kit, here, on_screen=on_screen, question_id="q1", next_id="q2", **chosen)

    assert (seen(prompt.id).mode, seen(prompt.id).text) == (AudienceMode.PROMPT, prompt.text)
    assert [seen(one).lines for one in (prompt.id, "q1", None)] == [()] * 3
    assert seen("q1").mode is AudienceMode.QUESTION
    assert seen(None).mode is AudienceMode.ITEM
    assert seen(None, is_blank=True) == AudienceState(mode=AudienceMode.BLANK, language="en")
    time = seen("q1").time
    assert time is not None
    assert time.minutes_left == 8
    assert seen("q1", has_timer=False).time is None
    assert seen("q1").next_number == numbers(kit)["q2"]
