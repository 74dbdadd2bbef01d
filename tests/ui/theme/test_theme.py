"""The look follows the person's choice at once, everywhere, and is whole."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.paths import data_root
from ogp_desktop.ui.theme.icons import POINTING
from ogp_desktop.ui.theme.palette import contrast_colors
from ogp_desktop.ui.theme.scale import clamped, scaled
from ogp_desktop.ui.theme.theme import Scheme, Theme
from ogp_desktop.ui.theme.tokens import FontRole, load_tokens
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.label import Label

ICONS = data_root() / "icons"


def test_switch_to_dark_restyles_what_is_already_there(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    label = Label(theme, "Agenda")
    plain = QLabel("plain")
    qtbot.addWidget(label)
    qtbot.addWidget(plain)
    before = label.palette().color(QPalette.ColorRole.WindowText)
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, Scheme.DARK)
    assert theme.is_dark
    for widget in (label, plain):
        assert widget.palette().color(QPalette.ColorRole.WindowText) != before
    assert theme.color("ink") == QColor("#E9EDF2")


def test_text_size_reaches_fonts_and_lengths(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    button = Button(theme, "Save note")
    label = Label(theme, "Notes", "h3")
    for widget in (button, label):
        qtbot.addWidget(widget)
    height = button.sizeHint().height()
    theme.apply(qapp, "light", 2.0)
    assert button.sizeHint().height() == 2 * height
    assert label.font().pixelSize() == 30
    assert theme.px(14) == 28
    assert theme.radius("card") == 20


def test_system_scheme_is_followed_only_when_chosen(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.SYSTEM)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    assert theme.is_dark == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    theme.apply(qapp, Scheme.LIGHT)
    assert not theme.is_dark


def test_direction_change_is_told_so_that_arrows_turn(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    straight = theme.pixmap("arrow-right").toImage()
    clock = theme.pixmap("clock").toImage()
    with qtbot.waitSignal(theme.changed):
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert theme.pixmap("arrow-right").toImage() == straight.flipped(Qt.Orientation.Horizontal)
    assert theme.pixmap("clock").toImage() == clock


def test_deleted_widgets_do_not_hear_the_theme(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    button = Button(theme, "Gone")
    button.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(button)
    theme.apply(qapp, "dark")
    assert theme.is_dark


def test_palette_names_every_role_in_every_group(theme: Theme, qapp: QApplication) -> None:
    disabled = QPalette.ColorGroup.Disabled
    assert qapp.palette().color(disabled, QPalette.ColorRole.Text) == theme.color("ink3")
    assert qapp.palette().color(QPalette.ColorRole.Accent) == theme.color("accent")


def test_style_sheet_is_small_without_font_sizes_and_whole(
    theme: Theme, qapp: QApplication
) -> None:
    sheet = qapp.styleSheet()
    assert "font" not in sheet
    assert "@" not in sheet
    assert not re.search(r"\d+u\b", sheet)
    assert sheet.count("{") < 60
    for image in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(image).is_file()


def test_images_of_the_sheet_have_the_colours_of_their_scheme() -> None:
    tokens = load_tokens(data_root() / "style" / "tokens.json")
    for scheme in ("light", "dark"):
        folder = data_root() / "style" / scheme
        colors = getattr(tokens, scheme)
        assert colors["accent_ink"] in (folder / "check.svg").read_text()
        assert colors["ink2"] in (folder / "chevron-down.svg").read_text()


@pytest.mark.parametrize("role", ["timer", "question", "body", "body_m", "caption", "key"])
def test_bundled_type_is_used(theme: Theme, role: FontRole) -> None:
    font = theme.font(role)
    assert font.families()[0] == "Inter"
    assert QFontInfo(font).family().startswith("Inter")


def test_arabic_type_is_bundled(theme: Theme) -> None:
    assert "Noto Sans Arabic" in QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    assert theme.font("body").families()[1] == "Noto Sans Arabic"


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_icon_is_drawn_in_the_colour_asked_for(theme: Theme, file: Path) -> None:
    image = theme.pixmap(file.stem, "over", 24, 2.0).toImage()
    assert image.width() == 48
    inked = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    wanted = theme.color("over")  # rounding of premultiplied colours may cost one step
    assert all(abs(color.red() - wanted.red()) <= 1 for color in inked)
    assert all(abs(color.blue() - wanted.blue()) <= 1 for color in inked)


def test_pointing_icons_exist() -> None:
    assert {file.stem for file in ICONS.glob("*.svg")} >= POINTING


def test_icon_that_a_kit_made_up_is_a_plain_ring(theme: Theme) -> None:
    made_up = theme.pixmap("no-such-icon", "ink", 18).toImage()
    assert made_up == theme.pixmap("circle", "ink", 18).toImage()


def test_every_icon_that_the_program_and_its_kits_name_is_there() -> None:
    named = {
        keyword.value.value
        for file in (data_root().parent / "ogp_desktop" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in {"icon", "icon_after"}
        and isinstance(keyword.value, ast.Constant)
        and isinstance(keyword.value.value, str)
    }
    for kit in KitLibrary(data_root() / "kits", Path("none")).kits():
        named |= {kind.icon for question in kit.questions for kind in question.kinds}
    assert len(named) > 20
    assert named <= {file.stem for file in ICONS.glob("*.svg")}


def test_incomplete_token_file_is_refused(tmp_path: Path) -> None:
    whole = json.loads((data_root() / "style" / "tokens.json").read_text())
    del whole["colors"]["dark"]["ink3"]
    file = tmp_path / "tokens.json"
    file.write_text(json.dumps(whole))
    with pytest.raises(ValueError, match="ink3"):
        load_tokens(file)


def test_system_contrast_theme_gives_every_token(theme: Theme) -> None:
    system = QPalette(QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    colors = contrast_colors(system)
    assert set(colors) == set(load_tokens(data_root() / "style" / "tokens.json").light)
    assert colors["ink2"] == colors["over"] == "#ffff00"
    assert colors["surface"] == colors["k_we_soft"] == "#000000"


def test_lengths_are_whole_and_never_vanish() -> None:
    assert scaled(1, 1.25) == 1
    assert scaled(0.4, 1.0) == 1
    assert scaled(0, 2.0) == 0
    assert clamped(0.5) == 1.0
    assert clamped(9) == 2.0


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    """PySide6 6.12.0 on Python below 3.12 aborts after about 6,000 such calls."""
    code = "from PySide6.QtCore import QObject\nthing = QObject()\n"
    code += "for _ in range(21_000): thing.setObjectName('x')\nprint('alive')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr
    assert QObject().objectName() == ""
