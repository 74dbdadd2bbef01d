"""The fields of an address: what most people need, and the rest behind one quiet button.

What a person is typing is overwritten only by another address.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ogp_desktop.domain.destination import JSON, OPENROSA
from ogp_desktop.domain.instance import form_name
from ogp_desktop.ui.send.choosing_state import AddressForm, Choosing
from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.choice_box import ChoiceBox
from ogp_desktop.ui.widgets.choices import Option
from ogp_desktop.ui.widgets.cursor import keeping_cursor
from ogp_desktop.ui.widgets.field_row import FieldRow
from ogp_desktop.ui.widgets.text_line import TextLine
from ogp_desktop.ui.words_address import field_labels, field_notes, more_words
from ogp_desktop.ui.words_send import refusal_words

_USUAL = ("name", "url", "user", "access_code")
_RARE = ("receipt_key", "recipient", "form_id", "form_version", "form_key")
_JSON_ONLY = {"receipt_key", "recipient"}
_OPENROSA_ONLY = {"user", "form_id", "form_version", "form_key"}


class AddressFields(QWidget):
    """``show_state(choosing)``, ``typed()``; ``submitted()`` on Enter,
    ``protocol_chosen(AddressForm)`` with what was typed so far.
    """

    submitted = Signal()
    protocol_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = AddressForm()
        self._filled: AddressForm | None = None
        self._is_open = False
        self._refused = ""
        self.edits = {name: TextLine() for name in (*_USUAL, *_RARE)}
        self.edits["access_code"].setEchoMode(QLineEdit.EchoMode.Password)
        self.rows = {name: FieldRow(theme, edit) for name, edit in self.edits.items()}
        for edit in self.edits.values():
            edit.returnPressed.connect(self.submitted)
        self.more = Button(theme, "", "quiet", icon_after="chevron-down")
        self.more.clicked.connect(self._turn)
        self._protocol = ChoiceBox(theme)
        self._protocol.chosen.connect(
            lambda key: self.protocol_chosen.emit(replace(self.typed(), protocol=key))
        )
        self._server = FieldRow(theme, self._protocol)
        self._rest = QWidget()
        self._lay_out_parts()
        theme.changed.connect(self._lay_out)
        self._lay_out()

    def _lay_out_parts(self) -> None:
        self._column, self._rest_column = QVBoxLayout(self), QVBoxLayout(self._rest)
        for column in (self._column, self._rest_column):
            column.setContentsMargins(0, 0, 0, 0)
        for name in _USUAL:
            self._column.addWidget(self.rows[name])
        folding = QHBoxLayout()
        folding.addWidget(self.more)
        folding.addStretch(1)
        self._column.addLayout(folding)
        self._column.addWidget(self._rest)
        self._rest_column.addWidget(self._server)
        for name in _RARE:
            self._rest_column.addWidget(self.rows[name])

    def show_state(self, choosing: Choosing) -> None:
        """Show the address, and beside its field why it was not kept."""
        self._form = choosing.form
        self._name_parts(choosing)
        if choosing.form != self._filled:
            self._filled = choosing.form
            for name, edit in self.edits.items():
                edit.setText(getattr(choosing.form, name))
        if choosing.refused_field in _RARE and choosing.refused_field != self._refused:
            self._is_open = True
        self._refused = choosing.refused_field
        others = _JSON_ONLY if choosing.form.is_openrosa else _OPENROSA_ONLY
        self._fold()
        for name, row in self.rows.items():
            row.setVisible(name not in others)
            is_it = name == choosing.refused_field
            row.set_refusal(refusal_words(choosing.refused_code) if is_it else "")

    def typed(self) -> AddressForm:
        """Return what stands in the fields."""
        return AddressForm(
            destination_id=self._form.destination_id,
            protocol=self._form.protocol,
            **{name: edit.text() for name, edit in self.edits.items()},
        )

    def first_empty(self) -> QWidget | None:
        """Return the first field that cannot stay empty and is."""
        needed = (self.edits["name"], self.edits["url"])
        return next((edit for edit in needed if not edit.text()), None)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        with keeping_cursor(self, lambda: self.more):
            self._fold()

    def _fold(self) -> None:
        self._rest.setVisible(self._is_open)
        self.more.setText(more_words(is_open=self._is_open))
        self.more.set_icon_after(None if self._is_open else "chevron-down")

    def _name_parts(self, choosing: Choosing) -> None:
        labels = field_labels(is_openrosa=choosing.form.is_openrosa)
        notes = field_notes(choosing)
        for name, row in self.rows.items():
            row.set_label(labels[name])
            row.set_note(notes.get(name, ""))
        self.edits["url"].setPlaceholderText(self.tr("https://"))
        if choosing.kit is not None:
            ours = form_name(choosing.kit.id, choosing.kit.version)
            self.edits["form_id"].setPlaceholderText(ours.id)
            self.edits["form_version"].setPlaceholderText(ours.version)
        self._server.set_label(self.tr("Kind of server"))
        self._protocol.setAccessibleName(self.tr("Kind of server"))
        self._protocol.show_state(
            (
                Option(JSON, self.tr("OGP Desktop endpoint")),
                Option(OPENROSA, self.tr("ODK, KoboToolbox or Ona")),
            ),
            choosing.form.protocol,
        )

    def _lay_out(self) -> None:
        for column in (self._column, self._rest_column):
            column.setSpacing(self._theme.px(12))
