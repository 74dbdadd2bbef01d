"""One message in a page of the Send screen, before it has words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One message in the page: ``code`` names it, ``value`` fills its place."""

    code: str
    value: str = ""
