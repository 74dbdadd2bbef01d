"""The middle of Review: the chosen section, as rows to edit or as questions to answer."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ogp_desktop.domain.completeness import GapKind
from ogp_desktop.ui import words_review as words
from ogp_desktop.ui.punctuation import no_break
from ogp_desktop.ui.review.cards import card_for
from ogp_desktop.ui.review.consent_pane import ConsentPane
from ogp_desktop.ui.review.form_pane import FormPane
from ogp_desktop.ui.review.list_card import PADDING, SPACING, TALL_TITLE, TITLE
from ogp_desktop.ui.review.places import CONSENT, FORM, VIEWS
from ogp_desktop.ui.review.review_state import Mode, ReviewState, siblings
from ogp_desktop.ui.review.row_card import RowCard
from ogp_desktop.ui.review.row_list import RowList
from ogp_desktop.ui.review.rows import LineRow, Row
from ogp_desktop.ui.review.wishes import Wishes
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.label import Label, WrapLabel

_GAPS = {GapKind.CONSENT_MISSING.value, GapKind.PUBLICATION_MISSING.value}


class TextPane(Card):
    """Signals: ``notes_requested()`` opens or closes the drawer; ``views_requested()``."""

    notes_requested = Signal()
    views_requested = Signal()

    def __init__(self, theme: Theme, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(theme, PADDING, SPACING, parent)
        self._theme = theme
        self._wishes = wishes
        self._state: ReviewState | None = None
        self._went_to = ""
        self.title = Label(theme, "", "h3")
        self.title.setContentsMargins(theme.px(6), 0, 0, 0)
        self.notes_button = Button(theme, "", "plain", "notebook-pen", parent=self)
        self.notes_button.hide()
        self._about = WrapLabel(theme, "", "body", "ink2")
        self._about.setContentsMargins(theme.px(6), 0, 0, 0)
        self.rows = RowList(theme, self._make_card)
        self.views = QWidget()
        self._form: FormPane | None = None
        self._consent: ConsentPane | None = None
        self._stack = QStackedWidget()
        for page in (self.rows, self.views):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.notes_button)
        self.body.addLayout(head)
        self.body.addWidget(self._about)
        self.body.addWidget(self._stack, 1)
        self._views_button = Button(theme, "", "plain", "tablet-smartphone", parent=self.views)
        self._views_button.clicked.connect(self.views_requested)
        self.notes_button.clicked.connect(self.notes_requested)

    @property
    def form(self) -> FormPane:
        """The kit's form, made when it is first looked at."""
        if self._form is None:
            self._form = FormPane(self._theme, self._wishes)
            self._stack.addWidget(self._form)
        return self._form

    @property
    def consent(self) -> ConsentPane:
        """The questions on consent, made when they are first looked at."""
        if self._consent is None:
            self._consent = ConsentPane(self._theme, self._wishes)
            self._stack.addWidget(self._consent)
        return self._consent

    def show_state(
        self, state: ReviewState, *, has_drawer: bool, is_compact: bool, has_title: bool
    ) -> None:
        """Show the section of the moment."""
        self._state = state
        section, shown = state.section, state.shown
        name = words.section_name(section)
        self.title.setText(f"{name} · {no_break(section.theme)}" if section.theme else name)
        self.title.setVisible(has_title)
        about = self._about_words(state)
        self._about.setText(about)
        self._about.setVisible(bool(about) and not is_compact)
        self.title.setMinimumHeight(self._theme.px(TALL_TITLE if has_drawer else TITLE))
        self.notes_button.setVisible(has_drawer)
        self.notes_button.setText(
            QCoreApplication.translate("TextPane", "Notes, %n not used", "", state.unused_count)
        )
        is_open = state.mode is Mode.OPEN
        self._stack.setCurrentWidget(self._page(section.key))
        if section.key == FORM:
            self.form.show_form(
                state.form, shown.refusal, shown.refused_part, state.time, is_open=is_open
            )
        elif section.key == CONSENT:
            self.consent.show_consent(state.consent, is_open=is_open)
        elif section.key != VIEWS:
            self.rows.show_rows(state.rows, shown.row, is_open=is_open)
            if self.rows.card is not None:
                is_here = shown.refused_part == shown.row
                self.rows.card.show_refusal(shown.refusal if is_here else None)
        self._views_button.setText(self.tr("Go to individual views"))
        self._views_button.adjustSize()
        self._go_to_field(section.key, shown.row)

    def name_rows(self) -> None:
        """Name the rows for assistive technology, before there are any."""
        self.rows.setAccessibleName(self.tr("What you will hand over"))

    def settle(self) -> None:
        """Tell what is typed anywhere here."""
        self.rows.settle()
        if self._form is not None:
            self._form.settle()

    def _page(self, section: str) -> QWidget:
        if section == FORM:
            return self.form
        if section == CONSENT:
            return self.consent
        return self.views if section == VIEWS else self.rows

    def take_cursor(self) -> None:
        """Put the cursor into the field or line of the moment, even if it was put there before."""
        self._went_to = ""
        if self._state is not None:
            key = self._state.section.key
            self._go_to_field(key, self._state.shown.row)
            if self._page(key) is self.rows:
                self.rows.focus_card()

    def _go_to_field(self, section: str, row: str) -> None:
        place = f"{section}/{row}"
        if place == self._went_to:
            return
        self._went_to = place
        if section == FORM and row:
            self.form.focus_field(row)
        elif section == CONSENT and row in _GAPS:
            self.consent.focus_on(row)

    def _make_card(self, row: Row, parent: QWidget) -> RowCard | None:
        return card_for(self._theme, row, self._wishes, self._siblings, parent)

    def _siblings(self, line_id: str) -> tuple[LineRow, ...]:
        return siblings(self._state.rows, line_id) if self._state else ()

    def _about_words(self, state: ReviewState) -> str:
        if state.section.number is not None:
            return no_break(state.kit.question(state.section.key).text)
        if state.section.key == VIEWS:
            if state.views_received is None:
                return self.tr("No individual views were entered. They travel as totals only.")
            return self.tr("%n received. They travel as totals only.", "", state.views_received)
        return ""
