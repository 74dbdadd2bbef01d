"""The draft says what the notes say: each line linked to its notes, and no note unseen."""

from hypothesis import given

from ogp_desktop.domain.notes import Lean, Note, living
from ogp_desktop.domain.observations import draft_review, unused, use_note
from ogp_desktop.domain.review import Coverage
from ogp_desktop.domain.review_lines import lines_of
from tests.support.reviews import CARDS, NOW, SHAPES, note, notes


@given(notes())
def test_each_line_has_the_words_of_a_living_note(written: tuple[Note, ...]) -> None:
    by_id = {one.id: one for one in living(written)}
    for line in lines_of(draft_review(SHAPES, written, {})):
        assert [by_id[source].text for source in line.note_ids] == [line.text]


@given(notes())
def test_each_living_note_is_used_or_listed(written: tuple[Note, ...]) -> None:
    review = draft_review(SHAPES, written, {})
    used = {source for line in lines_of(review) for source in line.note_ids}
    listed = {one.id for one in unused(review, written)}
    assert used | listed == {one.id for one in living(written)}
    assert not used & listed


@given(notes())
def test_no_line_stands_twice(written: tuple[Note, ...]) -> None:
    ids = [line.id for line in lines_of(draft_review(SHAPES, written, {}))]
    assert len(ids) == len(set(ids))


@given(notes())
def test_every_note_finds_a_place_when_it_is_used(written: tuple[Note, ...]) -> None:
    review = draft_review(SHAPES, written, {})
    shape_of = {shape.id: shape for shape in SHAPES}
    for spare in unused(review, written):
        before = list(lines_of(review))
        review = use_note(review, shape_of[spare.question_id], spare)
        assert {line.id for line in lines_of(review)} == {line.id for line in before} | {spare.id}
    assert unused(review, written) == ()


def test_chosen_cards_come_in_their_order_with_what_was_said_under_them() -> None:
    written = (
        note(1, rank=2),
        note(2, kind_id="opportunity", rank=1),
        note(3),
        note(4, kind_id="take", card_id="n1"),
        note(5, kind_id="we"),
    )
    question = draft_review((CARDS,), written, {}).questions[0]
    assert [item.line.id for item in question.items] == ["n2", "n1"]
    assert [line.id for line in question.items[1].follow_ups["take"]] == ["n4"]
    assert [line.id for line in question.for_all["we"]] == ["n5"]
    assert [item.line.id for item in question.also_raised] == ["n3"]


def test_contested_note_is_a_disagreement_as_well() -> None:
    review = draft_review(SHAPES, (note(1, is_contested=True),), {})
    assert [line.note_ids for line in review.disagreements] == [("n1",)]
    assert review.questions[0].also_raised[0].line.note_ids == ("n1",)


def test_question_without_notes_was_left_to_individuals_or_not_reached() -> None:
    review = draft_review(SHAPES, (note(1),), {}, individual_questions=["q3"])
    assert [one.coverage for one in review.questions] == [
        Coverage.GROUP,
        Coverage.NOT_REACHED,
        Coverage.INDIVIDUAL,
    ]


def test_recorded_lean_counts_as_asked() -> None:
    review = draft_review(SHAPES, (), {"breadth": Lean(choice_id="breadth", depends=True)})
    assert review.questions[1].coverage is Coverage.GROUP
    assert review.questions[1].choices[0].lean.depends


def test_deleted_note_is_nowhere() -> None:
    written = (note(1, deleted_at=NOW),)
    review = draft_review(SHAPES, written, {})
    assert list(lines_of(review)) == []
    assert unused(review, written) == ()
