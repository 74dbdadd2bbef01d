"""What an OpenRosa server says of its forms, compared with what would be sent there.

The list tells names and versions; the form itself tells its fields, and whether it is encrypted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ogp_desktop.domain.form_tree import FORM, Node
from ogp_desktop.domain.instance import FormName

MOST_LISTED = 50
"""Forms that are offered; a server may hold hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedForm:
    """One form in the list of a server; its address may hold a key."""

    id: str
    name: str
    version: str
    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """A form itself: the paths of its fields, and the key that it is encrypted with."""

    fields: frozenset[str] = field(repr=False)
    key: str | None = None


class Difference(StrEnum):
    """What stands between a submission and the form that it would be sent to."""

    MISSING = "missing"
    """It is not in the list: closed, not given to this access, never there, or named otherwise."""
    OTHER_FORM = "other_form"
    """It has no place for some of our fields, so it is the form of something else."""
    VERSION = "version"
    KEY = "key"
    """It is encrypted with another key than the one that is set, or only one of the two is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCheck:
    """A form as we would send to it, and what the server has.

    ``listed`` are the forms of the server, or only the one that was asked for when it is there;
    ``read`` is that one itself, where it could be had. ``key`` is what we would encrypt with.
    """

    sent_as: FormName
    listed: tuple[ListedForm, ...]
    read: FormRead | None = None
    key: str | None = None

    @property
    def found(self) -> ListedForm | None:
        """Return the form as it stands in the list: in our version, if there are several."""
        ours = [one for one in self.listed if one.id == self.sent_as.id]
        same = (one for one in ours if one.version == self.sent_as.version)
        return next(same, ours[0] if ours else None)

    @property
    def lacking(self) -> int:
        """Return for how many of our fields the form has no place."""
        return 0 if self.read is None else len(OUR_FIELDS - self.read.fields)

    @property
    def differences(self) -> frozenset[Difference]:
        """Return what is not as it would be sent."""
        if self.found is None:
            return frozenset({Difference.MISSING})
        if self.lacking:
            return frozenset({Difference.OTHER_FORM})
        told = set()
        if self.found.version != self.sent_as.version:
            told.add(Difference.VERSION)
        if self.read is not None and self.read.key != self.key:
            told.add(Difference.KEY)
        return frozenset(told)

    @property
    def may_be_taken(self) -> bool:
        """Tell whether we can send as the server says: it tells a version."""
        return self.found is not None and bool(self.found.version)

    @property
    def others(self) -> tuple[ListedForm, ...]:
        """Return what can be chosen instead of a form that is not there, each form once."""
        if self.found is not None and not self.lacking:
            return ()
        return tuple({one.id: one for one in self.listed}.values())[:MOST_LISTED]


def _paths(nodes: Iterable[Node], owner: str = "") -> Iterator[str]:
    for node in nodes:
        path = f"{owner}/{node.tag}"
        if node.is_field:
            yield path
        yield from _paths(node.children, path)


OUR_FIELDS = frozenset(_paths(FORM))
