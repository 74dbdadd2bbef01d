"""Notes and shapes of three questions, one of each kind, for tests of the review."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from ogp_desktop.domain.agenda import QuestionKind
from ogp_desktop.domain.ids import ConversationId, NoteId
from ogp_desktop.domain.notes import Note
from ogp_desktop.domain.observations import QuestionShape

NOW = datetime(2022, 8, 1, 15, 0, tzinfo=UTC)
CARDS = QuestionShape(
    id="q1",
    kind=QuestionKind.CARDS,
    prompts=("take", "we"),
    card_kinds=frozenset({"challenge", "opportunity"}),
    prompt_of={"take": "take", "we": "we"},
)
CHOICES = QuestionShape(
    id="q2",
    kind=QuestionKind.CHOICES,
    choices=("breadth", "depth"),
    reason_kinds=frozenset({"first", "second"}),
)
BOXES = QuestionShape(
    id="q3",
    kind=QuestionKind.BOXES,
    prompts=("stop", "start"),
    prompt_of={"stop": "stop", "start": "start"},
)
SHAPES = (CARDS, CHOICES, BOXES)
_KINDS = {
    "q1": ("challenge", "opportunity", "take", "we", "other"),
    "q2": ("first", "second", "other"),
    "q3": ("stop", "start", "other"),
}


def note(
    number: int, question_id: str = "q1", kind_id: str = "challenge", text: str = "", **more: object
) -> Note:
    """Return one note; its words name it unless others are given."""
    return Note(
        id=NoteId(f"n{number}"),
        conversation_id=ConversationId("c"),
        question_id=question_id,
        kind_id=kind_id,
        text=text or f"words {number}",
        position=number,
        created_at=NOW,
        updated_at=NOW,
        **more,  # type: ignore[arg-type]
    )


@st.composite
def notes(draw: st.DrawFn) -> tuple[Note, ...]:
    """Draw what a note-taker may have written, in any order, deleted and parked notes among it."""
    made: list[Note] = []
    for number in range(draw(st.integers(0, 14))):
        question = draw(st.sampled_from(sorted(_KINDS)))
        earlier = [one.id for one in made if one.question_id == "q1"]
        made.append(
            note(
                number,
                question,
                draw(st.sampled_from(_KINDS[question])),
                card_id=draw(st.sampled_from([None, NoteId("gone"), *earlier])),
                choice_id=draw(st.sampled_from([None, "breadth", "depth", "unknown"])),
                rank=draw(st.sampled_from([None, None, 1, 2, 3])),
                is_parked=draw(st.booleans()),
                is_contested=draw(st.booleans()),
                is_quotation=draw(st.booleans()),
                deleted_at=draw(st.sampled_from([None, None, NOW])),
            )
        )
    return tuple(made)
