"""The sentences of the frame's notices: a stop, a fault, a data file that does not open."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from ogp_desktop.ui import words_home, words_shell
from ogp_desktop.ui.words_time import clock_time

if TYPE_CHECKING:
    from ogp_desktop.services.running import Interrupted


def clock_words(moment: datetime) -> str:
    """Return hours and minutes, as on the clocks of Run."""
    return clock_time(moment.astimezone())


def cost(waiting: int) -> str:
    """Return how much would go over a link that the system takes for a paid one."""
    size = QLocale().formattedDataSize(waiting, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return QCoreApplication.translate(
        "Shell",
        "{size} wait to be sent, and this connection may be paid by the amount. Send now, or wait "
        "for another one? Send on its own page always goes on.",
    ).format(size=size)


def is_paused(found: "Interrupted") -> bool:
    """Tell whether the clock was paused by hand when the program stopped."""
    return found.conversation.state.value == "paused"


def interrupted(found: "Interrupted") -> str:
    """Return which conversation was found, where it stood, and what is kept of it."""
    from ogp_desktop.ui import words_run

    left_s = found.schedule.left_s
    if is_paused(found):
        text = QCoreApplication.translate(
            "Shell", "{title} is paused. {kept} {item}: {left}, after {elapsed}."
        )
    else:
        text = QCoreApplication.translate(
            "Shell",
            "{title}: the program stopped at {time} while the clock was going. {kept} "
            "{item}: {left}, after {elapsed}.",
        )
    return text.format(
        title=words_home.title_or_unnamed(found.conversation.preparation.title),
        time=clock_words(found.last_saved_at),
        kept=_kept(found),
        item=words_run.item_name(found.schedule.block_id, found.question_number),
        left=_over(left_s) if left_s < 0 else _left(left_s),
        elapsed=QCoreApplication.translate(
            "Shell", "%n min in all", "", round(found.schedule.elapsed_s / 60)
        ),
    )


def _kept(found: "Interrupted") -> str:
    time = clock_words(found.last_saved_at)
    if found.draft is not None and found.draft.text:
        text = QCoreApplication.translate(
            "Shell", "Your notes up to {time} are here, and the line you were typing."
        )
    else:
        text = QCoreApplication.translate("Shell", "Your notes up to {time} are here.")
    return text.format(time=time)


def _left(left_s: float) -> str:
    return QCoreApplication.translate("Shell", "%n min left", "", round(left_s / 60))


def _over(left_s: float) -> str:
    return QCoreApplication.translate("Shell", "%n min over time", "", round(-left_s / 60))


def count_gap(seconds: int) -> str:
    """Return what "the talk went on" will do."""
    return QCoreApplication.translate("Shell", "Count the %n min", "", round(seconds / 60))


def stuck(code: str, copy_made_at: datetime | None, folder: str = "") -> str:
    """Return why the data file cannot be opened, where it was, and what copy of it there is."""
    text = words_shell.trouble_words(code)
    if folder:
        return f"{text} \u2066{folder}\u2069"
    if code != "damaged":
        return text
    if copy_made_at is None:
        return f"{text} {QCoreApplication.translate('Shell', 'No copy of it was found.')}"
    made_at = QDateTime.fromSecsSinceEpoch(round(copy_made_at.timestamp()))
    offer = QCoreApplication.translate(
        "Shell", "The copy of {time} is whole; the damaged file is kept beside it."
    )
    moment = QLocale().toString(made_at, QLocale.FormatType.ShortFormat)
    return f"{text} {offer.format(time=moment)}"


def crashed() -> str:
    """Return that the fault is the program's, and what is safe."""
    return QCoreApplication.translate(
        "Shell", "Something went wrong in the program. What was saved is safe; you can go on."
    )


def report_copied() -> str:
    """Return that the report was copied, and what is not in it."""
    return QCoreApplication.translate(
        "Shell", "The report is copied. It says where the program went wrong; none of your words."
    )


def saved(folder: Path, saved_at: datetime | None, copies: int) -> str:
    """Return what is saved where."""
    parts = [
        QCoreApplication.translate(
            "Shell", "Everything you write is saved on this computer only, in {folder}."
        ).format(folder=f"\u2066{folder}\u2069")
    ]
    if saved_at is not None:
        last = QCoreApplication.translate("Shell", "Last saved at {time}.")
        parts.append(last.format(time=clock_words(saved_at)))
    parts.append(
        QCoreApplication.translate("Shell", "There are %n earlier copies beside it.", "", copies)
        if copies
        else QCoreApplication.translate("Shell", "A copy is made when you leave.")
    )
    return " ".join(parts)
