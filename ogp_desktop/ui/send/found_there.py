"""What a test of the address found, and what can be taken over from it.

The words are announced; a form that the server calls otherwise is chosen from its own list.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ogp_desktop.domain.server_forms import Difference, FormCheck
from ogp_desktop.ui.send.choosing_state import Choosing
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.combo import Combo
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.notice import Notice, NoticeKind, announce
from ogp_desktop.ui.words_connection import probed_words, under_way_words
from ogp_desktop.ui.words_server_forms import choose_words, none_words, take_words

_TAKEN = {Difference.VERSION, Difference.KEY}


class FoundThere(QWidget):
    """``show_state(choosing)`` tells whether there is news. Signals: ``taken()`` when what the
    server says is to be set; ``form_chosen(id)``.
    """

    taken = Signal()
    form_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(theme, "info", "")
        self.notice.action_chosen.connect(lambda _key: self.taken.emit())
        self.forms = Combo()
        self.forms.chosen.connect(self._choose)
        self._row = FieldRow(theme, self.forms)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.notice)
        column.addWidget(self._row)

    def show_state(self, choosing: Choosing) -> bool:
        """Show what was found, or that the test is under way."""
        words, kind = _told(choosing)
        is_shown = choosing.is_testing or choosing.probed is not None
        has_news = is_shown and (self.isHidden() or words != self.notice.words.text())
        self.setVisible(is_shown)
        form = None if choosing.probed is None else choosing.probed.form
        self._offer(form)
        if has_news:
            self.notice.set_kind(kind)
            self.notice.set_text(words)
            announce(self.notice, words)
        return has_news

    def _offer(self, form: FormCheck | None) -> None:
        may_take = form is not None and bool(form.differences & _TAKEN) and form.may_be_taken
        self.notice.set_choices((Choice("take", take_words()),) if may_take else ())
        others = () if form is None else form.others
        self._row.setVisible(bool(others))
        self._row.set_label(choose_words())
        self.forms.setAccessibleName(choose_words())
        offered = [(one.id, one.name) for one in others]
        chosen = "" if form is None or form.found is None else form.found.id
        self.forms.show_state([("", none_words()), *offered], chosen)

    def _choose(self, form_id: str) -> None:
        if form_id:
            self.form_chosen.emit(form_id)


def _told(choosing: Choosing) -> tuple[str, NoticeKind]:
    if choosing.probed is None or choosing.probed_at is None:
        return under_way_words(), "info"
    words = probed_words(choosing.probed, choosing.probed_url, choosing.probed_at)
    return words, "ok" if choosing.probed.is_well else "warn"
