"""How many came in by each way, and how many passed: the count is by way, never by person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ogp_desktop.domain.agenda import PEOPLE_RANGE
from ogp_desktop.domain.individual_views import Method
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.views.views_state import ViewsState
from ogp_desktop.ui.widgets.card import Card
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.number import CountField
from ogp_desktop.ui.words_views import method_name, received, refusal_sentence

_PASSED = "passed"


class ReceivedCard(Card):
    """Signals: ``received_edited(Method, int | None)``, ``passed_edited(int)``."""

    received_edited = Signal(object, object)
    passed_edited = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 14, 8, parent)
        self._ours = theme
        self._title = Label(theme, "", "h3")
        self._note = WrapLabel(theme, "", "caption", "ink2")
        self._refusal = WrapLabel(theme, "", "caption_b", "over")
        self._row = FlowBox(theme, 20)
        self._fields: dict[str, CountField] = {}
        self._labels: dict[str, Label] = {}
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._row)
        self.body.addWidget(self._refusal)
        self.body.addWidget(self._note)

    def show_state(self, state: ViewsState) -> None:
        """Show the counts of the moment."""
        for way in state.ways:
            field = self._field(way.method.value)
            field.set_count(state.views.received.get(way.method))
        self._field(_PASSED).set_count(state.views.passed)
        self._title.setText(received(state))
        self._note.setText(
            self.tr("Passed: people who chose not to answer. Only counts are kept, never who.")
        )
        self._refusal.setText(refusal_sentence(state.refusal) if state.refusal else "")
        self._refusal.setVisible(state.refusal is not None)
        for key, field in self._fields.items():
            name = self.tr("Passed") if key == _PASSED else method_name(Method(key))
            self._labels[key].setText(name)
            field.setAccessibleName(name)
            field.setEnabled(not state.is_sealed and not state.is_closed)

    def first_field(self) -> QWidget | None:
        """Return the first count, where typing begins."""
        return next(iter(self._fields.values()), None)

    def _field(self, key: str) -> CountField:
        if key not in self._fields:
            cell = QWidget()
            label = Label(self._ours, "", "body", "ink2")
            field = CountField(self._ours, "", None, 0, PEOPLE_RANGE[1], is_optional=key != _PASSED)
            field.value_changed.connect(lambda count: self._tell(key, count))
            grid = QGridLayout(cell)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.addWidget(label, 0, 0)
            grid.addWidget(field, 0, 1)
            self._fields[key], self._labels[key] = field, label
            self._row.add(cell)
        return self._fields[key]

    def _tell(self, key: str, count: int | None) -> None:
        if key == _PASSED:
            self.passed_edited.emit(count)
        else:
            self.received_edited.emit(Method(key), count)
