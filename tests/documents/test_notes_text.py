"""What is put elsewhere holds everything that was written, in order."""

from dataclasses import replace

import pytest

from ogp_desktop.documents.notes_text import notes_text
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Lean, Note
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.reading import read_kit
from tests.support.kits import BUILT_IN
from tests.support.reviews import NOW

KIT = read_kit(BUILT_IN / "ogp-strategy-2022")
ENGLISH = in_language(KIT, "en")


def _note(number: int, question_id: str, kind_id: str, text: str, **more: object) -> Note:
    note = Note(
        id=NoteId(f"n{number}"),
        conversation_id=ConversationId("c"),
        question_id=question_id,
        kind_id=kind_id,
        text=text,
        position=number,
        created_at=NOW,
        updated_at=NOW,
    )
    return replace(note, **more)  # type: ignore[arg-type]  # fields by name


NOTES = (
    _note(0, "q1", "challenge", "The budget comes late"),
    _note(1, "q1", "opportunity", "Young people ask"),
    _note(2, "q1", "take", "A law", card_id=NoteId("n0")),
    _note(3, "q1", "other", "Taken off the list", deleted_at=NOW),
    _note(4, "q3", "stop", "Long reports"),
)


def test_each_note_stands_under_its_question_and_beside_its_card() -> None:
    text = notes_text("Open forum", ENGLISH, NOTES, {}, "half a line ")
    assert text.startswith("Open forum\n\nQuestion 1\n")
    first = text.split("Question 2")[0]
    cards = [line for line in first.splitlines() if line.lstrip().startswith("- ")]
    take = ENGLISH.question("q1").note_kind("take").label
    assert cards == [
        "- Challenge: The budget comes late",
        f"    - {take}: A law",
        "- Opportunity: Young people ask",
    ]
    assert "Taken off the list" not in text
    assert "Long reports" in text.split("Question 3")[1]
    assert text.endswith("Being written: half a line\n")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_room_that_leans_is_told_with_its_hands(language: str) -> None:
    kit = in_language(KIT, language)
    choice = kit.question("q2").choices[0]
    lean = Lean(choice_id=choice.id, step=-2, hands_first=7, hands_second=0)
    text = notes_text("", kit, (), {choice.id: lean}, "")
    line = next(one for one in text.splitlines() if one.startswith("- "))
    assert f"{choice.first_short} / {choice.second_short}" in line
    assert "7" in line
    assert "–" in line  # nobody counted the undecided


def test_card_that_is_not_known_takes_no_follow_up_with_it() -> None:
    alone = _note(0, "q1", "take", "A law", card_id=NoteId("gone"))
    assert "A law" in notes_text("", ENGLISH, (alone,), {}, "")
