"""The sentences of the form: what is taken over, why a field is not asked, and values in words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ogp_desktop.kits.vocabulary import FieldType
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.form_state import FieldMode, FieldState
from ogp_desktop.ui.translation import language_name


def value_words(state: FieldState) -> str:
    """Return a value as people read it; a dash where nothing is known."""
    value: Any = state.value
    if value is None or value == "":
        return "\u2013"
    match state.field.type:
        case FieldType.DATE:
            date = QDate.fromString(str(value), "yyyy-MM-dd")
            return QLocale().toString(date, QLocale.FormatType.LongFormat)
        case FieldType.LANGUAGE:
            return language_name(str(value))
        case FieldType.YES_NO:
            yes = QCoreApplication.translate("Form", "Yes")
            return yes if value else QCoreApplication.translate("Form", "No")
    if isinstance(value, Mapping):
        pairs = (
            f"{state.labels.get(name, name)} {QLocale().toString(int(count))}"
            for name, count in value.items()
        )
        return ", ".join(pairs)
    if isinstance(value, list | tuple):
        return ", ".join(state.labels.get(str(one), str(one)) for one in value)
    if isinstance(value, int):
        return QLocale().toString(value)
    return no_break(state.labels.get(str(value), str(value)))


def field_note(state: FieldState) -> str:
    """Say what the person should know of a field beside its label; empty for most."""
    field = state.field
    match state.mode:
        case FieldMode.APART:
            return QCoreApplication.translate(
                "Form", "Not asked here: it would be kept apart and never handed over with this."
            )
        case FieldMode.TOO_FEW:
            return QCoreApplication.translate(
                "Form",
                "Not asked: with fewer than %n people it would point at somebody.",
                "",
                field.needs_people or 0,
            )
        case FieldMode.ASKED if field.small_count:
            return QCoreApplication.translate(
                "Form", "A number under %n leaves as “fewer than %n”.", "", field.small_count
            )
        case FieldMode.ASKED | FieldMode.TAKEN:
            return ""


def needed(is_missing: bool) -> str:
    """Say that a field must be answered."""
    return QCoreApplication.translate("Form", "Needed before sealing") if is_missing else ""


def taken_over() -> str:
    """Head the values that nobody types again."""
    return QCoreApplication.translate("Form", "Taken over from what you did before")
