"""The design values, read once from `resources/style/tokens.json` and complete or refused.

Every text pair used by the program reaches 4.5:1 and every control edge 3:1 (WCAG 2.2, 1.4.3
and 1.4.11); `tests/ui/theme` computes it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

ColorName = Literal[
    "bg", "surface", "sunken", "raised", "chip", "track",
    "ink", "ink2", "ink3", "line", "line_strong",
    "accent", "accent_hover", "accent_ink", "accent_soft", "accent_on_soft", "focus",
    "ok", "ok_soft", "warn", "warn_soft", "over", "over_soft", "idle", "idle_soft",
    "k_chal", "k_chal_soft", "k_opp", "k_opp_soft", "k_take", "k_take_soft",
    "k_we", "k_we_soft", "k_ogp", "k_ogp_soft", "k_oth", "k_oth_soft",
]  # fmt: skip
RoomColorName = Literal["bg", "ink", "ink2", "bar", "track", "warn", "over"]
FontRole = Literal[
    "timer", "timer_small", "question", "h3", "strong", "body_m", "body",
    "stage", "caption_b", "caption", "chip", "key",
]  # fmt: skip
RadiusName = Literal["tag", "control", "card"]


@dataclass(frozen=True, slots=True)
class TypeSize:
    """Height in pixels at 100 % and weight in CSS numbers."""

    px: int
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """All values; colours as `#RRGGBB`, lengths in pixels at 100 %."""

    light: Mapping[ColorName, str]
    dark: Mapping[ColorName, str]
    room_dark: Mapping[RoomColorName, str]
    room_bright: Mapping[RoomColorName, str]
    type: Mapping[FontRole, TypeSize]
    radius: Mapping[RadiusName, int]


def load_tokens(file: Path) -> Tokens:
    """Read the file; raises `ValueError` naming the table whose keys are not exactly ours."""
    raw = json.loads(file.read_text("utf-8"))
    sizes = {role: TypeSize(px=px, weight=weight) for role, (px, weight) in raw["type"].items()}
    return Tokens(
        light=cast("Mapping[ColorName, str]", _exact(raw["colors"]["light"], ColorName)),
        dark=cast("Mapping[ColorName, str]", _exact(raw["colors"]["dark"], ColorName)),
        room_dark=cast("Mapping[RoomColorName, str]", _exact(raw["room"]["dark"], RoomColorName)),
        room_bright=cast(
            "Mapping[RoomColorName, str]", _exact(raw["room"]["bright"], RoomColorName)
        ),
        type=cast("Mapping[FontRole, TypeSize]", _exact(sizes, FontRole)),
        radius=cast("Mapping[RadiusName, int]", _exact(raw["radius"], RadiusName)),
    )


def _exact(table: Mapping[str, object], names: object) -> Mapping[str, object]:
    wanted = set(get_args(names))
    if set(table) != wanted:
        raise ValueError(sorted(set(table) ^ wanted))
    return table
