"""What the room was told and what may be done with its words, as four questions to the host."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.domain.completeness import GapKind
from ogp_desktop.domain.review import ConsentRecord, Publication
from ogp_desktop.domain.review_edits import record_consent
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.edit import Edit
from ogp_desktop.ui.review.review_state import ConsentState
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.scroll import ScrollPane

_YES, _NO = "yes", "no"


class ConsentPane(ScrollPane):
    """``show_consent(state)``; each answer is an edit of the whole record."""

    def __init__(self, theme: Theme, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wishes = wishes
        self._record = ConsentRecord()
        self._state: ConsentState | None = None
        self._is_open = True
        theme.changed.connect(self._make)
        self._make()

    def show_consent(self, state: ConsentState, *, is_open: bool) -> None:
        """Show the answers and the rule that was announced."""
        self._state, self._is_open = state, is_open
        record = self._record = state.record
        rule = state.rule
        words = self.tr("{rule}: {words}")
        said = "" if rule is None else words.format(rule=rule.title, words=rule.spoken)
        self._rule.setText(no_break(said))
        self._rule.setVisible(rule is not None)
        self._points.setText("\n".join(f"• {no_break(point)}" for point in state.points))
        self.told.set_key(_key(record.participants_told))
        self.read_back.set_key(_key(record.notes_read_back))
        self.recordings.set_key(_key(record.recordings_made))
        self.publication.set_key(record.publication and record.publication.value)
        for choice in (self.told, self.read_back, self.recordings, self.publication):
            choice.setEnabled(is_open)

    def focus_on(self, gap: str) -> None:
        """Put the cursor where something is missing."""
        is_told = gap == GapKind.CONSENT_MISSING.value
        choice = self.told if is_told else self.publication
        self.ensureWidgetVisible(choice)
        choice.radios()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        theme = self._theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(12), theme.px(12))
        column.setSpacing(theme.px(8))
        self._points = WrapLabel(theme, "", "caption", "ink2")
        self._rule = WrapLabel(theme, "", "caption", "ink2")
        yes_no = (Option(_YES, self.tr("Yes")), Option(_NO, self.tr("No")))
        published = tuple(Option(one.value, words.publication(one)) for one in Publication)
        self.told = self._ask(
            column, self.tr("Did people know what is noted and handed over?"), yes_no, "told"
        )
        column.addWidget(self._points)
        column.addWidget(self._rule)
        self.read_back = self._ask(
            column, self.tr("Were the notes read back to the group?"), yes_no, "read_back"
        )
        self.recordings = self._ask(
            column, self.tr("Were there photos or recordings?"), yes_no, "recordings"
        )
        self.publication = self._ask(
            column, self.tr("What may be published?"), published, "publication"
        )
        column.addStretch(1)
        self.show_content(page)
        if self._state is not None:
            self.show_consent(self._state, is_open=self._is_open)

    def _ask(
        self, column: QVBoxLayout, question: str, options: tuple[Option, ...], about: str
    ) -> SegmentedChoice:
        column.addSpacing(self._theme.px(6))
        column.addWidget(WrapLabel(self._theme, question, "body_m"))
        choice = SegmentedChoice(self._theme, options, question)
        choice.chosen.connect(lambda key: self._tell(about, key))
        column.addWidget(choice)
        return choice

    def _tell(self, about: str, key: str) -> None:
        is_yes = key == _YES
        record = self._record
        match about:
            case "told":
                record = replace(record, participants_told=is_yes)
            case "read_back":
                record = replace(record, notes_read_back=is_yes)
            case "recordings":
                record = replace(record, recordings_made=is_yes)
            case "publication":
                record = replace(record, publication=Publication(key))
        edit = Edit(change=partial(record_consent, consent=record), about=about)
        self._wishes.edit_requested.emit(edit)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._make()


def _key(answer: bool | None) -> str | None:
    return None if answer is None else _YES if answer else _NO
