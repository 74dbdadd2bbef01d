"""One item of the agenda: what it is about, its steps, and its minutes between two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ogp_desktop.domain.agenda import MINUTES_RANGE
from ogp_desktop.ui.prepare.agenda_view import AgendaItem
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.number import Stepper
from ogp_desktop.ui.widgets.pill import Tag
from ogp_desktop.ui.words_prepare import steps
from ogp_desktop.ui.words_run import item_about, item_name, minutes


class AgendaRow(QWidget):
    """Signals: ``minutes_edited(item_id, minutes)``; ``left_alone(question_id)``."""

    minutes_edited = Signal(str, int)
    left_alone = Signal(str)

    def __init__(self, theme: Theme, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item = item
        name = item_name(item.id, item.number)
        self._name = Label(theme, name, "strong")
        self._about = WrapLabel(theme, item.theme or item_about(item.id), "caption", "ink2")
        self._steps = WrapLabel(theme, "", "caption", "ink2")
        self._tag = Tag(theme, self.tr("Protected"), icon="lock", parent=self)
        self._tag.setToolTip(self.tr("Never cut when the agenda is fitted to the time."))
        self._tag.setVisible(item.is_protected)
        self._alone = Button(theme, self.tr("Answer alone"), "quiet", icon="corner-down-right")
        self._alone.set_name(self.tr("{item}: on the individual sheet only").format(item=name))
        self._alone.clicked.connect(lambda: self.left_alone.emit(self._item.id))
        self._stepper = Stepper(
            theme,
            item.minutes,
            item.minimum,
            MINUTES_RANGE[1],
            self.tr("Minutes of {item}").format(item=name),
            less=self.tr("One minute less for {item}").format(item=name),
            more=self.tr("One minute more for {item}").format(item=name),
        )
        self._stepper.value_changed.connect(
            lambda count: self.minutes_edited.emit(self._item.id, count)
        )
        self._minutes = Label(theme, "", "body_m")
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, item: AgendaItem, *, is_editable: bool) -> None:
        """Show the item of the moment."""
        self._item = item
        words = steps(tuple((step.id, step.minutes) for step in item.steps))
        self._steps.setText(words)
        self._steps.setVisible(bool(words))
        self._about.setVisible(bool(self._about.text()))
        self._stepper.set_range(min(item.minimum, item.minutes), MINUTES_RANGE[1])
        self._stepper.set_value(item.minutes)
        self._stepper.setVisible(is_editable)
        self._alone.setVisible(is_editable and item.may_leave)
        self._minutes.setText(minutes(item.minutes))
        self._minutes.setVisible(not is_editable)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._tag)
        head.addStretch(1)
        self._head = head
        self._words = QVBoxLayout()
        self._words.addLayout(head)
        self._words.addWidget(self._about)
        self._words.addWidget(self._steps)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        for number in (self._alone, self._stepper, self._minutes):
            self._row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(6), 0, px(6))
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(2))
        self._head.setSpacing(px(8))
