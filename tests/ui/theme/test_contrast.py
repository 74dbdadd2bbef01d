"""Every pair of colours that the program puts on each other, measured as WCAG 2.2 says."""

import pytest

from ogp_desktop.paths import data_root
from ogp_desktop.ui.theme.tokens import ColorName, load_tokens

TOKENS = load_tokens(data_root() / "style" / "tokens.json")
KINDS = ("k_chal", "k_opp", "k_take", "k_we", "k_ogp", "k_oth")
TEXT: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2") for ground in ("bg", "surface", "sunken", "raised")),
    *(("ink3", ground) for ground in ("bg", "surface", "sunken")),
    ("accent", "surface"),
    ("accent", "bg"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("accent_on_soft", "accent_soft"),
    *((tone, g) for tone in ("ok", "warn", "over") for g in ("surface", "bg", f"{tone}_soft")),
    ("idle", "idle_soft"),
    ("idle", "surface"),
    *(("ink", f"{tone}_soft") for tone in ("accent", "ok", "warn", "over")),
    *(("ink2", ground) for ground in ("accent_soft", "chip")),
    ("ink", "chip"),
    *((kind, ground) for kind in KINDS for ground in (f"{kind}_soft", "surface")),
)
SHAPES: tuple[tuple[str, str], ...] = (
    *(("line_strong", ground) for ground in ("surface", "bg", "sunken")),
    *(("focus", ground) for ground in ("surface", "bg", "accent_soft")),
    *((tone, "track") for tone in ("accent", "ok", "warn", "over", "idle", "ink3")),
    *((tone, f"{tone}_soft") for tone in ("accent", "ok", "warn", "over", "idle")),
)


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_formula_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reaches_four_and_a_half(ink: ColorName, ground: ColorName, scheme: str) -> None:
    colors = getattr(TOKENS, scheme)
    assert contrast(colors[ink], colors[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_edges_and_shapes_reach_three(shape: ColorName, ground: ColorName, scheme: str) -> None:
    colors = getattr(TOKENS, scheme)
    assert contrast(colors[shape], colors[ground]) >= 3.0


@pytest.mark.parametrize("room", [TOKENS.room_dark, TOKENS.room_bright], ids=["dark", "bright"])
def test_room_can_be_read_from_the_back(room: dict[str, str]) -> None:
    assert contrast(room["ink"], room["bg"]) >= 15
    assert contrast(room["ink2"], room["bg"]) >= 7
    for bar in ("bar", "warn", "over"):
        assert contrast(room[bar], room["track"]) >= 3.0
        assert contrast(room[bar], room["bg"]) >= 4.5
