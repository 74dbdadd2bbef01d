"""What stands on the sheet that one person fills in by hand: plain texts, in their order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetScale:
    """An either/or choice: the person ticks one step between two poles, or that it depends."""

    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuestion:
    """A question with what is answered: ``lines`` to write on, scales to tick, or headed boxes."""

    heading: str
    text: str
    lines: int = 0
    scales: tuple[SheetScale, ...] = ()
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """One page; ``steps`` are the words of the scale from the first pole to the second one.

    ``language`` is a BCP 47 code; ``is_right_to_left`` follows from its script.
    """

    language: str
    is_right_to_left: bool
    title: str
    promise: str
    questions: tuple[SheetQuestion, ...]
    steps: tuple[str, ...]
    depends: str
    thanks: str
