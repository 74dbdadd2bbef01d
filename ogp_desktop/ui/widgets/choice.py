"""What can be pressed in a message or on an empty page."""

from dataclasses import dataclass

from ogp_desktop.ui.widgets.button import ButtonKind


@dataclass(frozen=True, slots=True)
class Choice:
    """A button in a message: `key` comes back in the signal, `second` says what will happen.

    Without a label give `name`.
    """

    key: str
    label: str
    second: str = ""
    kind: ButtonKind = "plain"
    icon: str | None = None
    name: str = ""
