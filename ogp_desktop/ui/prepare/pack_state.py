"""What Prepare shows of the paper pack: what is in it, and what is known of the last one made."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ogp_desktop.domain.paper_pack import PackMade, PackPages, PackWay, PaperPack


class PackReadiness(StrEnum):
    """How far the pack is. What the printer made of its pages, nobody here can know."""

    MISSING = "missing"
    SAVED = "saved"
    PRINTED = "printed"
    OUTDATED = "outdated"


class PackNewsKind(StrEnum):
    """What came of the last wish: still being made, made, or nothing here to make it with."""

    WORKING = "working"
    SAVED = "saved"
    PRINTED = "printed"
    NO_PRINTER = "no_printer"
    NOT_OPENED = "not_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackNews:
    """The outcome of this visit; ``file`` where one was saved, ``printer`` where one was used."""

    kind: PackNewsKind
    pages: PackPages | None = None
    file: Path | None = None
    printer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """The pack by its parts: sheets for ``tables`` of each question, and one for each person."""

    readiness: PackReadiness
    questions: int
    tables: int
    people: int
    news: PackNews | None = None

    @property
    def is_working(self) -> bool:
        """Tell whether the pack is being made at this moment."""
        return self.news is not None and self.news.kind is PackNewsKind.WORKING


def pack_view(pack: PaperPack, made: PackMade | None, news: PackNews | None = None) -> PackView:
    """Return what to show of a pack of which ``made`` was made last."""
    return PackView(
        readiness=_readiness(pack, made),
        questions=len(pack.group_questions),
        tables=pack.tables,
        people=pack.people,
        news=news,
    )


def _readiness(pack: PaperPack, made: PackMade | None) -> PackReadiness:
    if made is None:
        return PackReadiness.MISSING
    if made.digest != pack.digest:
        return PackReadiness.OUTDATED
    return PackReadiness.SAVED if made.way is PackWay.SAVED else PackReadiness.PRINTED
