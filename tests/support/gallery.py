"""Every widget in every look on one page, to be held against all sizes and both directions."""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ogp_desktop.ui.theme.theme import Theme
from ogp_desktop.ui.widgets.button import Button
from ogp_desktop.ui.widgets.card import Card, Line
from ogp_desktop.ui.widgets.choice import Choice
from ogp_desktop.ui.widgets.choices import Option, SegmentedChoice, StageSwitcher
from ogp_desktop.ui.widgets.clock import Timeline, TimelineSegment, TimerDigits, TimeTone
from ogp_desktop.ui.widgets.empty_state import EmptyState
from ogp_desktop.ui.widgets.entry import EntryBox
from ogp_desktop.ui.widgets.flow import FlowBox
from ogp_desktop.ui.widgets.keys import HintRow, KeyCap
from ogp_desktop.ui.widgets.kinds import KindKeys
from ogp_desktop.ui.widgets.label import Label, WrapLabel
from ogp_desktop.ui.widgets.lean import LeanScale
from ogp_desktop.ui.widgets.notice import Banner, Notice
from ogp_desktop.ui.widgets.number import CountField, Stepper
from ogp_desktop.ui.widgets.pill import ClockState, Pill, StatePill, Tag
from ogp_desktop.ui.widgets.toggle import ToggleChip

STAGES = (
    Option("prepare", "Prepare", "clipboard-list"),
    Option("run", "Run", "play"),
    Option("views", "Individual views", "tablet-smartphone"),
    Option("review", "Review", "notebook-pen"),
    Option("send", "Send", "send"),
)
KINDS = (
    Option("challenge", "Challenge", "mountain", "k_chal"),
    Option("opportunity", "Opportunity", "lightbulb", "k_opp"),
    Option("take", "It would take", "wrench", "k_take"),
    Option("we", "We could", "hand-helping", "k_we"),
    Option("ogp", "OGP could", "handshake", "k_ogp"),
    Option("other", "Other", "notebook-pen", "k_oth"),
)
CHOICES = (
    Choice("take", "Take 5 min from Question 3", "Still ends 16:30"),
    Choice("skip", "Skip to individual views", "Questions 2 and 3 go there"),
    Choice("later", "End 5 min later", "Ends 16:35"),
    Choice("go", "Keep going", kind="quiet"),
)
LEAN = tuple(
    Option(key, label)
    for key, label in (
        ("-2", "Clearly: wide range"),
        ("-1", "Rather: wide range"),
        ("0", "Balanced"),
        ("1", "Rather: narrow focus"),
        ("2", "Clearly: narrow focus"),
    )
)


def _bar() -> tuple[QFrame, QHBoxLayout]:
    bar = QFrame()
    bar.setProperty("look", "bar")
    return bar, QHBoxLayout(bar)


def header(theme: Theme) -> QWidget:
    """The header bar."""
    bar, row = _bar()
    row.addWidget(Button(theme, kind="quiet", icon="chevron-left", name="Home"))
    row.addWidget(Label(theme, "Kpalimé open forum", "strong"))
    row.addStretch(1)
    stages = StageSwitcher(theme, STAGES, "Stages")
    stages.set_key("run")
    row.addWidget(stages)
    row.addStretch(1)
    row.addWidget(Pill(theme, "Saved 15:28", "check"))
    row.addWidget(Pill(theme, "Offline", "wifi-off"))
    row.addWidget(Pill(theme, "Outbox 2", "inbox", "accent"))
    row.addWidget(Button(theme, kind="quiet", icon="menu", name="Menu"))
    return bar


def strip(theme: Theme, state: ClockState, word: str, time: str, tone: TimeTone) -> QWidget:
    """The time strip in one state."""
    bar, row = _bar()
    digits = TimerDigits(theme)
    digits.set_time(time, tone)
    row.addWidget(digits)
    beside = QVBoxLayout()
    beside.setSpacing(3)
    pill = StatePill(theme)
    pill.set_state(state, word)
    beside.addWidget(pill)
    beside.addWidget(Label(theme, "left of 30 min", "caption", "ink2"))
    row.addLayout(beside)
    middle = QVBoxLayout()
    middle.setSpacing(2)
    line = Timeline(theme)
    done = 1.0 if state == "over" else 0.72
    line.set_segments(
        (
            TimelineSegment(("Welcome",), 7, 1.0),
            TimelineSegment(("Question 1",), 30, done, is_current=True),
            TimelineSegment(("Question 2",), 20),
            TimelineSegment(("Question 3",), 20),
            TimelineSegment(("Individual",), 10),
            TimelineSegment(("Close",), 5),
        ),
        tone,
        "Question 1, 21 of 30 minutes",
    )
    middle.addWidget(line)
    pace = QHBoxLayout()
    pace.addWidget(Label(theme, "2 min behind plan", "caption_b"))
    pace.addWidget(Label(theme, "Ends 16:32, planned 16:30", "caption", "ink2"))
    pace.addStretch(1)
    middle.addLayout(pace)
    row.addLayout(middle, 1)
    row.addWidget(Button(theme, "\u22121", "step", name="One minute less"))
    row.addWidget(Button(theme, "+1", "step", name="One minute more"))
    row.addWidget(Button(theme, "Pause", icon="pause"))
    row.addWidget(Button(theme, "Next: Question 2", "primary", icon_after="arrow-right"))
    return bar


def notes(theme: Theme) -> QWidget:
    """The notes pane."""
    pane = Card(theme)
    head = QHBoxLayout()
    head.addWidget(Label(theme, "Notes", "h3"))
    head.addWidget(Label(theme, "7 on this question", "caption", "ink2"))
    head.addStretch(1)
    head.addWidget(Pill(theme, "Top three: 2 chosen", "star", "accent"))
    pane.body.addLayout(head)
    kinds = KindKeys(theme, KINDS, "Kind of note")
    kinds.set_key("we")
    pane.body.addWidget(kinds)
    entry = EntryBox(theme, "Note", "Type what you hear, press Enter")
    entry.set_icon("hand-helping", "k_we")
    entry.set_text("Youth council could host a budget evening in each of the four districts")
    entry.add_chip(Pill(theme, "Civil society", "users", has_menu=True))
    entry.add_chip(Pill(theme, "Under 2", "corner-down-right", has_menu=True))
    entry.add_action(KeyCap(theme, "Enter"))
    entry.add_action(Button(theme, "Save note", "tinted"))
    pane.body.addWidget(entry)
    tags = FlowBox(theme)
    for option in KINDS:
        tags.add(Tag(theme, option.label, option.icon, option.tone))
    tags.add(Tag(theme, "2"))
    tags.add(Tag(theme, "heard 4\u00d7", "repeat-2"))
    pane.body.addWidget(tags)
    scale = LeanScale(
        theme,
        ("A wide range of policy areas", "A narrow focus on a few issues"),
        LEAN,
        Option("depends", "Depends / no position", "scale"),
        "Not recorded: ask for a show of hands",
        "Leaning of choice 1",
    )
    scale.set_key("1")
    pane.body.addWidget(scale)
    pane.body.addWidget(Line())
    hints = ((("Ctrl", "1\u20136"), "kind"), (("Ctrl Enter",), "save as key point"))
    pane.body.addStretch(1)
    pane.body.addWidget(HintRow(theme, (*hints, (("\u2191",), "edit last"), (("F1",), "all keys"))))
    return pane


def forms(theme: Theme) -> QWidget:
    """Fields, choices, messages."""
    pane = Card(theme)
    pane.body.addWidget(Label(theme, "Question 1 of 3 · Your context", "caption_b", "accent"))
    pane.body.addWidget(
        WrapLabel(
            theme, "What are the three most important challenges or opportunities?", "question"
        )
    )
    field = QLineEdit("Kpalimé")
    field.setFont(theme.font("body"))
    combo = QComboBox()
    combo.addItems(["Français", "English"])
    pane.body.addWidget(field)
    pane.body.addWidget(combo)
    lengths = tuple(Option(str(n), f"{n} min") for n in (30, 45, 60, 90, 120))
    choice = SegmentedChoice(theme, lengths, "Length")
    choice.set_key("90")
    pane.body.addWidget(choice)
    numbers = FlowBox(theme)
    numbers.add(Stepper(theme, 20, 0, 180, "Minutes of Question 2", 5))
    numbers.add(CountField(theme, "People", 18))
    numbers.add(CountField(theme, "Government", None, is_optional=True))
    chip = ToggleChip(theme, "Note-taker")
    chip.setChecked(True)
    numbers.add(chip)
    numbers.add(ToggleChip(theme, "Timekeeper"))
    pane.body.addWidget(numbers)
    buttons = FlowBox(theme)
    buttons.add(Button(theme, "Blank", icon="eye-off"))
    buttons.add(Button(theme, "Undo", "quiet", icon="undo-2"))
    for kind in ("primary", "tinted", "plain", "quiet"):
        off = Button(theme, "Disabled", kind, icon="send")
        off.setEnabled(False)
        buttons.add(off)
    pane.body.addWidget(buttons)
    pane.body.addWidget(
        Notice(theme, "warn", "Not saved since 15:20. Your words are still here.", CHOICES[2:])
    )
    pane.body.addWidget(
        Notice(theme, "info", "Offline. Nothing here needs the internet except Send.")
    )
    pane.body.addWidget(
        EmptyState(
            theme,
            "inbox",
            "No conversations yet.",
            "Everything works without internet.",
            (Choice("new", "New conversation", kind="primary"), Choice("try", "Try the sample")),
        )
    )
    return pane


def gallery(theme: Theme) -> QWidget:
    """One tall page of all."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header(theme))
    column.addWidget(strip(theme, "running", "Running", "08:24", "accent"))
    column.addWidget(strip(theme, "wrap_up", "Wrap up", "03:10", "warn"))
    column.addWidget(strip(theme, "over", "Over time", "+01:12", "over"))
    column.addWidget(strip(theme, "paused", "Paused", "08:24", "idle"))
    column.addWidget(Banner(theme, "Question 1 has used its 30 minutes. Choose:", CHOICES))
    halves = QHBoxLayout()
    halves.setContentsMargins(14, 0, 14, 14)
    halves.addWidget(notes(theme), 1)
    halves.addWidget(forms(theme), 1)
    column.addLayout(halves)
    return page


def needed_height(page: QWidget, width: int) -> int:
    """What the page asks for at this width."""
    layout = page.layout()
    if layout is None:
        return page.sizeHint().height()
    return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
