"""What the host is told while lines are read back; the room reads ``words_audience``."""

from PySide6.QtCore import QCoreApplication

from ogp_desktop.ui.review.places import DISAGREEMENTS
from ogp_desktop.ui.review.rows import Section
from ogp_desktop.ui.words_review import number, question, section_name


def place(question_number: int | None, line: int, total: int) -> str:
    """Say which line of which question is read."""
    if not total:
        return QCoreApplication.translate("ReadBack", "Nothing can be read back yet.")
    return QCoreApplication.translate("ReadBack", "{section}: line {line} of {total}").format(
        section=_section(question_number), line=number(line), total=number(total)
    )


def next_step(question_after: int | None, *, is_last_line: bool) -> str:
    """Say what is read next."""
    if not is_last_line:
        return QCoreApplication.translate("ReadBack", "Next line")
    return QCoreApplication.translate("ReadBack", "Next: {section}").format(
        section=_section(question_after)
    )


def held_back(count: int) -> str:
    """Say that the room does not see some lines, and why."""
    return QCoreApplication.translate(
        "ReadBack",
        "%n line(s) not shown: something may lead to a person. Settle it first.",
        "",
        count,
    )


def _section(question_number: int | None) -> str:
    if question_number is None:
        return section_name(Section(key=DISAGREEMENTS))
    return question(question_number)
