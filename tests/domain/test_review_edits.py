"""Each edit changes what it names and nothing else, and no edit loses a word."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.notes import Lean, Note, living
from ogp_desktop.domain.observations import draft_review, unused
from ogp_desktop.domain.review import Agreement, Coverage, Line, ReadBack, Review
from ogp_desktop.domain.review_adding import (
    add_card,
    add_disagreement,
    add_follow_up,
    add_for_all,
    add_other,
    add_reason,
    add_to_box,
    join,
    merge,
)
from ogp_desktop.domain.review_edits import (
    agree_to_quote,
    answer,
    as_paraphrase,
    choose_item,
    cover,
    mark_read_back,
    reword,
    set_agreement,
    set_lean,
    settle_check,
    shift_item,
    summarise,
    take_out,
    tell_follow_up,
    unchoose_item,
)
from ogp_desktop.domain.review_lines import SUMMARY, lines_of
from tests.support.reviews import SHAPES, note, notes


def _texts(review: Review) -> dict[str, str]:
    return {line.id: line.text for line in lines_of(review)}


def _review(*written: Note) -> Review:
    return draft_review(SHAPES, written, {})


NEW = Line(id="new", text="said in Review")
ON_A_LINE: list[Callable[[Review, str], Review]] = [
    lambda review, line: reword(review, line, "other words"),
    lambda review, line: mark_read_back(review, line, ReadBack.CONFIRMED),
    lambda review, line: agree_to_quote(review, line, agreed=True),
    as_paraphrase,
    settle_check,
    lambda review, line: unchoose_item(review, "q1", line),
    lambda review, line: choose_item(review, "q1", line, most=99),
    lambda review, line: shift_item(review, "q1", line, 1),
    lambda review, line: set_agreement(review, "q1", line, Agreement.MIXED),
    lambda review, line: join(review, line, NEW),
]


@given(notes(), st.sampled_from(ON_A_LINE), st.data())
def test_edit_of_a_line_leaves_every_other_line_as_it_was(
    written: tuple[Note, ...], edit: Callable[[Review, str], Review], data: st.DataObject
) -> None:
    before = draft_review(SHAPES, written, {})
    lines = list(lines_of(before))
    if not lines:
        return
    chosen = data.draw(st.sampled_from(lines)).id
    after = edit(before, chosen)
    kept = {line.id: line for line in lines_of(after)}
    assert kept.keys() == {line.id for line in lines}
    assert all(kept[line.id] == line for line in lines if line.id != chosen)


@given(notes(), st.data())
def test_note_of_a_line_that_was_taken_out_is_listed_as_not_used(
    written: tuple[Note, ...], data: st.DataObject
) -> None:
    review = draft_review(SHAPES, written, {})
    for _ in range(3):
        lines = list(lines_of(review))
        if lines:
            review = take_out(review, data.draw(st.sampled_from(lines)).id)
    used = {source for line in lines_of(review) for source in line.note_ids}
    assert used | {one.id for one in unused(review, written)} == {one.id for one in living(written)}


@given(notes(), st.data())
def test_merge_keeps_every_word_and_every_source(
    written: tuple[Note, ...], data: st.DataObject
) -> None:
    before = draft_review(SHAPES, written, {})
    lines = list(lines_of(before))
    if len(lines) < 2:
        return
    first, second = data.draw(st.permutations(lines))[:2]
    try:
        after = merge(before, first.id, second.id)
    except Refusal:  # not in one place, or one under the other
        return
    words = "\n".join(line.text for line in lines_of(after))
    assert all(line.text in words for line in lines)
    assert {n for line in lines_of(after) for n in line.note_ids} == {
        n for line in lines for n in line.note_ids
    }
    assert len(list(lines_of(after))) == len(lines) - 1


def test_merged_card_brings_what_was_said_under_it() -> None:
    review = _review(note(1), note(2), note(3, kind_id="take", card_id="n2"))
    card = merge(review, "n1", "n2").questions[0].also_raised[0]
    assert card.line.text == "words 1\nwords 2"
    assert card.line.heard == 2
    assert [line.text for line in card.follow_ups["take"]] == ["words 3"]


def test_merge_is_refused_across_questions_and_into_what_it_carries() -> None:
    review = _review(note(1), note(2, kind_id="take", card_id="n1"), note(3, "q3", "stop"))
    for line, other in (("n1", "n3"), ("n2", "n1"), ("n1", "n1"), ("n1", "gone")):
        with pytest.raises(Refusal) as refused:
            merge(review, line, other)
        assert refused.value.code == "not_mergeable"


def test_reworded_line_is_open_again() -> None:
    review = settle_check(_review(note(1)), "n1")
    review = reword(mark_read_back(review, "n1", ReadBack.CONFIRMED), "n1", "call 90 12 34 56 78")
    (line,) = lines_of(review)
    assert line.read_back is ReadBack.CHANGED
    assert line.note_ids == ("n1",)
    assert review.settled_checks == frozenset()


def test_same_words_change_nothing() -> None:
    review = mark_read_back(_review(note(1)), "n1", ReadBack.CONFIRMED)
    assert reword(review, "n1", "  words 1 ") == review


@pytest.mark.parametrize(("text", "code"), [(" \n ", "empty"), ("x" * 4001, "too_long")])
def test_line_without_words_or_with_too_many_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        reword(_review(note(1)), "n1", text)
    assert refused.value.code == code


def test_fourth_choice_is_refused() -> None:
    review = _review(*(note(number) for number in range(4)))
    for number in range(3):
        review = choose_item(review, "q1", f"n{number}")
    with pytest.raises(Refusal) as refused:
        choose_item(review, "q1", "n3")
    assert refused.value.code == "top_is_full"
    order = [item.line.id for item in shift_item(review, "q1", "n2", -1).questions[0].items]
    assert order == ["n0", "n2", "n1"]


def test_added_lines_stand_where_they_were_put() -> None:
    review = _review(note(1))
    review = add_card(review, "q1", Line(id="a", text="a"), "opportunity")
    review = add_follow_up(review, "q1", "n1", "take", Line(id="b", text="b"))
    review = add_for_all(review, "q1", "we", Line(id="c", text="c"))
    review = add_reason(review, "q2", "depth", "first", Line(id="d", text="d"))
    review = add_to_box(review, "q3", "stop", Line(id="e", text="e"))
    review = add_other(review, "q3", Line(id="f", text="f"))
    review = add_disagreement(review, Line(id="g", text="g"))
    cards, choices, boxes = review.questions
    assert cards.also_raised[1].kind_id == "opportunity"
    assert cards.also_raised[0].follow_ups["take"][0].id == "b"
    assert cards.for_all["we"][0].id == "c"
    assert choices.choices[1].reasons["first"][0].id == "d"
    assert boxes.boxes["stop"][0].id == "e"
    assert boxes.other[0].id == "f"
    assert _texts(review).keys() == {"n1", *"abcdefg"}


def test_answer_is_taken_back_by_nothing() -> None:
    review = answer(_review(), "country", "TG")
    assert review.answers == {"country": "TG"}
    for nothing in (None, "", (), [], {}):
        assert answer(review, "country", nothing).answers == {}
    assert answer(review, "sittings", 0).answers["sittings"] == 0
    assert answer(review, "wording_changed", False).answers["wording_changed"] is False


def test_lean_coverage_and_texts_are_kept() -> None:
    review = set_lean(_review(), "q2", Lean(choice_id="depth", step=-1), 18)
    review = cover(review, "q1", Coverage.NOT_REACHED, " no time ")
    review = tell_follow_up(summarise(review, " short "), " next ")
    assert review.questions[1].choices[1].lean.step == -1
    assert review.questions[0].reason == "no time"
    assert (review.summary, review.follow_up) == ("short", "next")


def test_more_hands_than_people_are_refused_and_as_many_are_kept() -> None:
    counted = Lean(choice_id="depth", step=1, hands_first=4, hands_second=13, hands_undecided=1)
    kept = set_lean(_review(), "q2", counted, 18)
    assert kept.questions[1].choices[1].lean.hands == (4, 13, 1)
    with pytest.raises(Refusal) as refused:
        set_lean(kept, "q2", replace(counted, hands_undecided=2), 18)
    assert refused.value.code == "counts_exceed_people"


def test_settled_text_is_open_again_when_its_words_change() -> None:
    review = settle_check(summarise(_review(), "90 12 34 56 78"), SUMMARY)
    assert summarise(review, "91 12 34 56 78").settled_checks == frozenset()
