"""The two families of error that a person can meet; both carry data and never a sentence.

``Refusal``: a rule said no. ``Trouble``: the world said no (disk, network, file).
Anything else that is raised is a fault of the program.
"""

from collections.abc import Mapping
from typing import Any


class DomainError(Exception):
    """An error that screens have words for: ``code`` names it, ``data`` fills its placeholders."""

    def __init__(self, code: str, /, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, Any] = data

    def __repr__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.data.items())
        return f"{type(self).__name__}({self.code!r}{', ' if facts else ''}{facts})"

    __str__ = __repr__


class Refusal(DomainError):
    """A rule said no; ``data["field"]`` names the field to look at where there is one."""


class Trouble(DomainError):
    """The world said no; nothing that was saved before is affected."""
