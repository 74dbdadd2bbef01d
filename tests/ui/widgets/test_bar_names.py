"""Names under a bar: none over another, none outside, and a short one rather than none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.ui.widgets.bar_names import PlacedName, Stretch, place_names

LETTER = 10


def placed(*stretches: Stretch) -> list[PlacedName]:
    width = max(one.left + one.width for one in stretches)
    return place_names(stretches, lambda _, text: LETTER * len(text), width=width, gap=4)


def test_short_name_is_taken_where_the_long_one_has_no_room() -> None:
    found = placed(
        Stretch(0, 200, ("Question 1", "Q1"), is_kept=True),
        Stretch(200, 40, ("Question 2", "Q2")),
        Stretch(240, 120, ("Question 3", "Q3")),
    )
    assert [name.text for name in found] == ["Question 1", "Q2", "Question 3"]


def test_kept_name_reaches_over_its_end_and_its_neighbour_gives_way() -> None:
    found = placed(
        Stretch(0, 30, ("Question 1", "Q1"), is_kept=True),
        Stretch(30, 60, ("Q2",)),
        Stretch(90, 110, ("Question 3", "Q3")),
    )
    assert [name.text for name in found] == ["Question 1", "Q3"]


def test_name_steps_aside_for_one_that_reaches_into_its_stretch() -> None:
    found = placed(Stretch(0, 95, ("Question 1",), is_kept=True), Stretch(95, 60, ("Q2",)))
    assert [(name.text, name.left) for name in found] == [("Question 1", 0), ("Q2", 104)]


def test_last_name_begins_earlier_rather_than_being_left_out() -> None:
    found = placed(Stretch(0, 100, ("Views",)), Stretch(100, 30, ("Close",)))
    assert [(name.text, name.left) for name in found] == [("Views", 0), ("Close", 80)]


def test_last_name_is_left_out_when_it_would_touch_the_one_before() -> None:
    found = placed(Stretch(0, 100, ("Individual",)), Stretch(100, 30, ("Close",)))
    assert [name.text for name in found] == ["Individual"]


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 12)), min_size=1, max_size=9))
def test_no_name_touches_another_and_none_leaves_the_bar(parts: list[tuple[int, int]]) -> None:
    left, stretches = 0, []
    for width, letters in parts:
        stretches.append(Stretch(left, width, ("x" * letters, "x")))
        left += width
    found = placed(*stretches)
    for one, after in pairwise(found):
        assert one.left + one.width + 4 <= after.left
    assert all(name.left >= 0 and name.left + name.width <= left for name in found if left >= 120)
