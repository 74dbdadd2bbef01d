"""The size rule, at its edges and at the sizes that were drawn."""

import pytest

from ogp_desktop.ui.layout_size import (
    Columns,
    Density,
    LayoutSize,
    layout_size,
    page_layout,
)


@pytest.mark.parametrize(
    ("width", "height", "scale", "columns", "density"),
    [
        (1280, 800, 1.0, Columns.THREE, Density.FULL),
        (1160, 680, 1.0, Columns.THREE, Density.FULL),
        (1159, 679, 1.0, Columns.TWO, Density.COMPACT),
        (1024, 600, 1.0, Columns.TWO, Density.COMPACT),
        (860, 450, 1.0, Columns.TWO, Density.COMPACT),
        (859, 449, 1.0, Columns.ONE, Density.TINY),
        (1280, 800, 2.0, Columns.ONE, Density.TINY),
        (1024, 600, 2.0, Columns.ONE, Density.TINY),
        (2560, 1600, 2.0, Columns.THREE, Density.FULL),
    ],
)
def test_layout_follows_the_window_divided_by_the_text_size(
    width: int, height: int, scale: float, columns: Columns, density: Density
) -> None:
    assert layout_size(width, height, scale) == LayoutSize(columns, density)


def test_three_columns_give_way_when_the_words_need_more_width() -> None:
    assert layout_size(1280, 800, 1.0, min_width_three=1281).columns is Columns.TWO


def test_tiny_is_compact_as_well() -> None:
    size = layout_size(512, 300)
    assert size.is_compact
    assert size.is_tiny


def test_page_is_laid_out_like_the_window_that_holds_it_and_the_bar() -> None:
    assert page_layout(1280, 752) == layout_size(1280, 800)
    assert page_layout(1280, 704, 2.0) == layout_size(1280, 800, 2.0)
