"""How many people of each broad group are in the room: counts only, and all of them optional."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ogp_desktop.domain.agenda import PEOPLE_RANGE
from ogp_desktop.kits.local_kit import LocalGroup
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.label import WrapLabel
from ogp_desktop.ui.widgets.number import CountField


class GroupCounts(QWidget):
    """Signals: ``edited(counts)`` with the groups that were given, without zeros; ``settled()``."""

    edited = Signal(object)
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: dict[str, CountField] = {}
        self._shown: tuple[LocalGroup, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._restyle)

    def show_state(self, groups: tuple[LocalGroup, ...], counts: Mapping[str, int]) -> None:
        """Show the kit's groups and their counts; fields stay while the groups are the same."""
        if groups != self._shown:
            self._make(groups)
        for group_id, field in self._fields.items():
            field.set_count(counts.get(group_id))

    def _make(self, groups: tuple[LocalGroup, ...]) -> None:
        while (old := self._grid.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = groups
        self._fields = {}
        middle = Qt.AlignmentFlag.AlignVCenter
        for index, group in enumerate(groups):
            field = CountField(self._theme, group.label, None, 0, PEOPLE_RANGE[1], is_optional=True)
            field.value_changed.connect(self._tell)
            field.editingFinished.connect(self.settled)
            label = WrapLabel(self._theme, group.label, "caption", "ink2")
            row, column = divmod(index, 2)
            self._grid.addWidget(label, row, column * 3, middle)
            self._grid.addWidget(field, row, column * 3 + 1, middle)
            self._fields[group.id] = field
        for column, stretch in ((0, 1), (3, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._restyle()

    def _tell(self) -> None:
        self.edited.emit({group: n for group, f in self._fields.items() if (n := f.count())})

    def _restyle(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
