"""``ogp-desktop screens``: every screen as a picture, on the sample conversation, to judge by eye.

The real program, store and services; only the time is moved by hand and nothing is shown on a
display. Pictures are named in the order a person meets the screens.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from ogp_desktop import paths, wiring
from ogp_desktop.clocks import MovedClock
from ogp_desktop.commands.answers import say
from ogp_desktop.commands.send_states import SendStates, sample_endpoint_text
from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import OPENROSA
from ogp_desktop.domain.errors import Refusal, Trouble
from ogp_desktop.domain.ids import ConversationId
from ogp_desktop.domain.turns import TurnsBy
from ogp_desktop.endpoint.serve import running_endpoint
from ogp_desktop.runtime.background import AtOnce
from ogp_desktop.runtime.bus import Bus
from ogp_desktop.runtime.chime import Chime
from ogp_desktop.services import (
    addressing,
    counting_turns,
    delivering,
    note_taking,
    preparing,
    reading,
    running,
    sample,
    sealing,
)
from ogp_desktop.services.outbox_reading import waiting_count
from ogp_desktop.services.sealing import SealedAndQueued
from ogp_desktop.settings import Preferences
from ogp_desktop.storage.first_list import first_rows
from ogp_desktop.ui import translation
from ogp_desktop.ui.audience.audience_output import AudienceOutput
from ogp_desktop.ui.desk import Desk
from ogp_desktop.ui.home.first_run import FirstRunScreen
from ogp_desktop.ui.home.home_screen import HomeScreen
from ogp_desktop.ui.prepare.prepare_screen import PrepareScreen
from ogp_desktop.ui.review.places import FORM
from ogp_desktop.ui.review.review_screen import ReviewScreen
from ogp_desktop.ui.run.plan_model import PlanModel
from ogp_desktop.ui.run.run_keys import RunKeys
from ogp_desktop.ui.run.run_model import RunModel
from ogp_desktop.ui.run.run_screen import RunScreen
from ogp_desktop.ui.run.timer_output import TimerOutput
from ogp_desktop.ui.send.choosing_state import AddressForm
from ogp_desktop.ui.send.send_screen import SendScreen
from ogp_desktop.ui.send.send_state import Deed
from ogp_desktop.ui.shell.header_model import HeaderModel
from ogp_desktop.ui.shell.messages import Messages
from ogp_desktop.ui.shell.navigator import Navigator
from ogp_desktop.ui.shell.window import ShellWindow
from ogp_desktop.ui.stage import Stage, StageScreen
from ogp_desktop.ui.theme.scale import MAX_TEXT_SCALE, MIN_TEXT_SCALE
from ogp_desktop.ui.theme.theme import Theme

NOW = datetime.fromisoformat("2026-03-12T15:28:00+00:00")
"""The moment that every picture shows."""
SHOWN_FOLDER = Path("~/Conversations")
"""The folder that pictures name, so that they are the same wherever they are drawn."""


def screens(asked: argparse.Namespace) -> int:
    """Draw every screen into a folder."""
    width, height = _size(asked.size)
    if not MIN_TEXT_SCALE <= asked.text_scale <= MAX_TEXT_SCALE:
        low, high = MIN_TEXT_SCALE, MAX_TEXT_SCALE
        raise Refusal("out_of_range", field="text-scale", low=low, high=high)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ogp_desktop.commands.window import application

    app = application()
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("cannot_write", what=str(asked.out), errno=error.errno) from error
    resources = paths.data_root()
    translation.install(app, asked.lang, resources)
    theme = Theme(resources)
    theme.apply(app, "dark" if asked.dark else "light", asked.text_scale)
    with TemporaryDirectory(prefix="ogp-desktop-screens-") as folder:
        where = wiring.folders(Path(folder))
        gallery = Gallery(app, theme, where, asked.lang, _Album(asked.out).keep)
        gallery.window.resize(width, height)
        say(f"{gallery.draw()} pictures in {asked.out}")
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 300 and int(height) >= 200):
        raise Refusal("bad_size", field="size", example="1280x800")
    return int(width), int(height)


class _Album:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def keep(self, name: str, page: QWidget) -> None:
        self._count += 1
        page.grab().save(str(self._folder / f"{self._count:02d}-{name}.png"))


class Gallery:
    """Opens every screen in turn, over folders of its own, and gives each to ``show(name, page)``.

    The size of ``window`` is the one that the pages are shown in.
    """

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        where: wiring.Folders,
        language: str,
        show: Callable[[str, QWidget], None],
    ) -> None:
        self._app = app
        self._theme = theme
        self._where = where
        self._language = language
        self._show = show
        self._count = 0
        self._clock = MovedClock(NOW)
        self._at = wiring.open_workplace(where, self._clock)
        self._secrets = MemorySecrets()
        self._preferences = Preferences(
            language=language,
            scheme="dark" if theme.is_dark else "light",
            text_scale=theme.text_scale,
        )
        self.window = ShellWindow()
        self.window.furnish(theme)
        self._home = HomeScreen(theme, lambda limit, offset: first_rows(where.file, limit, offset))
        self._header = HeaderModel(is_offline=True)
        self._header.state_changed.connect(self.window.header.show_state)
        self._messages = Messages(theme, self.window)
        self._navigator = Navigator(
            self._desk(), self.window, self._home, self._header, lambda: language
        )

    def _desk(self) -> Desk:
        return Desk(
            workplace=self._at,
            bus=Bus(),
            theme=self._theme,
            workshop=AtOnce(),
            delivery=AtOnce(),
            wake_delivery=lambda: None,
            stop_sending=lambda _item: False,
            open_gateway=wiring.gateways_with(self._secrets),
            secrets=self._secrets,
            report_html=wiring.report_html,
            verifier=wiring.verifier,
            receipt_html=wiring.receipt_html,
            hand_answers=wiring.hand_answers,
            write_report=wiring.write_report,
            print_pages=wiring.print_pages,
            write_paper_sheet=wiring.write_paper_sheet,
            write_paper_pack=wiring.write_paper_pack,
            draw_paper_pack=wiring.draw_paper_pack,
            bundle_writer=lambda to, is_armoured: wiring.bundle_writer(
                self._secrets, self._where.data, to, is_armoured=is_armoured
            ),
            open_carrier=wiring.carrier(self._secrets),
            preferences=lambda: self._preferences,
            keep_preferences=lambda _: None,
            chime=Chime(Path(), [("play",)]),
        )

    def draw(self) -> int:
        """Show everything, in the order a person meets it; return how many pages that is."""
        QCursor.setPos(-1, -1)  # away from every button
        self.window.show()
        self._first_pages()
        self._found_again(self._sample(until="q1"))
        self._home_and_prepare()
        self._run_in_every_state()
        self._after_the_end()
        self._extras()
        self._navigator.leave()
        self.window.close()
        self._at.store.close()
        return self._count

    def _take(self, name: str, page: QWidget | None = None) -> None:
        self._header.show_waiting(waiting_count(self._at))
        self._await_page()
        for _ in range(3):
            self._app.processEvents()
        self._count += 1
        self._show(name, page or self.window)

    def _first_pages(self) -> None:
        first = FirstRunScreen(
            self._theme,
            languages=translation.languages(paths.data_root()),
            language=self._language,
            folder=SHOWN_FOLDER,
            may_change=True,
        )
        self.window.header.hide()
        self.window.show_page(first, first.first_focus())
        self._take("first-run")
        self.window.drop_page(first)
        self.window.header.show()
        self._navigator.open_home()
        self._take("home-empty")

    def _sample(
        self, until: str | None = None, *, minutes_before: float = 0, is_started: bool = True
    ) -> ConversationId:
        """Make the sample so that it stands at ``until`` now, or has ended so long ago.

        Minutes below zero take the sample's own time: the item is not used up yet.
        """
        script = sample.read_sample(
            sample.nearest_sample(paths.data_root() / "samples", self._language)
        )
        if not is_started:
            return sample.prepare_sample(self._at, script)
        spent: list[float] = []
        for item in script.items:
            spent.append(item.minutes)
            if item.id == until:
                break
        self._clock.move(-60 * (sum(spent) + minutes_before))
        made = sample.prepare_sample(self._at, script)
        sample.hold_sample(
            self._at, script, made, lambda minutes: self._clock.move(60 * minutes), until=until
        )
        self._clock.move(60 * minutes_before)
        if until is None:
            sample.review_sample(self._at, script, made)
        else:
            running.beat(self._at, conversation_id=made)
        return made

    def _found_again(self, made: ConversationId) -> None:
        """Show Home as it is after the program was cut off in the middle of a conversation."""
        self._navigator.open_home()
        self._clock.move(8 * 60)
        found = next(one for one in running.interrupted(self._at) if one.conversation.id == made)
        self._messages.show_interrupted(found, self._clock)
        self._take("home-found-again")
        self.window.show_notice(None)
        self._clock.move(-8 * 60)
        running.pause(self._at, conversation_id=made)

    def _home_and_prepare(self) -> None:
        draft = preparing.create_conversation(
            self._at, kit_id="village-priorities", language=self._language
        )
        done = self._sample(minutes_before=60)
        sealing.seal(self._at, conversation_id=done)
        self._sample(minutes_before=20)
        waiting = self._sample(is_started=False)
        counting_turns.count_by(self._at, conversation_id=waiting, by=TurnsBy.SEAT)
        self._navigator.open_home()
        self._take("home")
        self._messages.show_saved(SHOWN_FOLDER, NOW, range(10))
        self._take("home-saved")
        self.window.show_notice(None)
        self._open(draft.id, Stage.PREPARE)
        self._take("prepare-new")
        self._open(waiting, Stage.PREPARE)
        self._take("prepare")
        self._take_offers()
        self._navigator.rehearse(60)
        self._take("rehearsal")
        self._navigator.back()

    def _take_offers(self) -> None:
        """Show what Prepare says of an end too near or past, and of too few minutes."""
        for name, values in (
            ("late", {"ends_by": time(16, 40)}),
            ("past", {"ends_by": time(14, 48)}),
            ("short", {"ends_by": None, "minutes": 14}),
        ):
            made = self._sample(is_started=False)
            self._open(made, Stage.PREPARE)
            screen = self.window.pages.currentWidget()
            if isinstance(screen, PrepareScreen):
                before = reading.prepared(self._at, conversation_id=made).conversation.preparation
                screen.preparation_edited.emit(replace(before, **values))
            self._take(f"prepare-{name}")

    def _run_in_every_state(self) -> None:
        self._header.show_saved(NOW)
        for name, question, late in (
            ("run", "q1", -6.4),
            ("run-wrap-up", "q1", -1.0),
            ("run-over", "q1", 6.0),
            ("run-question-2", "q2", -2.0),
            ("run-question-3", "q3", -2.0),
        ):
            made = self._sample(until=question, minutes_before=late)
            if name == "run":
                self._type_half(made)
            self._open(made, Stage.RUN)
            self._take(name)
            if name == "run":
                self._take_audience()
                self._take_fit()
            if name in ("run", "run-wrap-up", "run-over"):
                self._take_timer(name.replace("run", "timer", 1))
        self._take_turns()
        self._press("all_keys")
        self._take("run-keys")
        self._press("all_keys")
        self._take_gap()
        running.pause(self._at, conversation_id=made)
        self._reopened(made, Stage.RUN, "run-paused")
        self._navigator.go(Stage.VIEWS)
        self._take("individual-views")

    def _type_half(self, made: ConversationId) -> None:
        """Put the last thing that the group could do back into the entry box, half typed."""
        notes = reading.notes_of(self._at, conversation_id=made)
        last = [note for note in notes if note.kind_id == "we"][-1]
        note_taking.delete_note(self._at, note_id=last.id)
        words = last.text.split()
        entry = note_taking.Entry(
            question_id=last.question_id,
            kind_id=last.kind_id,
            text=" ".join(words[: len(words) * 2 // 3]),
            card_id=last.card_id,
            group_id=last.group_id,
        )
        note_taking.keep_draft(self._at, conversation_id=made, entry=entry)

    def _press(self, key_id: str) -> None:
        screen = self.window.pages.currentWidget()
        keys = screen.findChild(RunKeys) if screen is not None else None
        if keys is not None:
            keys.pressed.emit(key_id)

    def _take_audience(self) -> None:
        """Show what the room sees beside the page."""
        screen = self.window.pages.currentWidget()
        output = screen.findChild(AudienceOutput) if screen is not None else None
        if output is not None:
            output.open(self.window)
            self._take("audience", output.window)
            output.close()
            self.window.activateWindow()

    def _take_fit(self) -> None:
        """Show what ending a quarter of an hour earlier would change, and what taking it says."""
        plan = self._plan()
        if plan is None:
            return
        ends_at = NOW + timedelta(minutes=28)
        plan.open_fit()
        plan.fit_to_end(ends_at.hour, ends_at.minute)
        self._take("run-refit-preview")
        plan.take_fit()
        self._take("run-refit-taken")
        plan.undo()
        plan.close_news()

    def _take_gap(self) -> None:
        """Show the question about minutes in which the computer slept."""
        self._clock.move(-240)
        made = self._sample(until="q1", minutes_before=-12.0)
        self._open(made, Stage.RUN)
        self._clock.move(240)
        screen = self.window.pages.currentWidget()
        model = screen.findChild(RunModel) if screen is not None else None
        if model is not None:
            model.tick()
        self._take("run-gap")

    def _plan(self) -> PlanModel | None:
        screen = self.window.pages.currentWidget()
        return screen.findChild(PlanModel) if screen is not None else None

    def _take_turns(self) -> None:
        """Show the counters of turns, the word being with few."""
        self._press("turns")
        screen = self.window.pages.currentWidget()
        if isinstance(screen, RunScreen):
            for seat in "111114444995":
                screen.turns.turn_taken.emit(seat)
        self._take("run-turns")

    def _take_timer(self, name: str) -> None:
        """Show the small timer window."""
        screen = self.window.pages.currentWidget()
        timer = screen.findChild(TimerOutput) if screen is not None else None
        if timer is not None:
            timer.toggle()
            self._take(name, timer.window)
            timer.toggle()
            self.window.activateWindow()

    def _after_the_end(self) -> None:
        held = self._sample(minutes_before=20)
        self._open(held, Stage.REVIEW)
        self._take("review")
        self._read_back()
        self._look_at_section(FORM)
        self._take("review-form")
        made = sealing.seal(self._at, conversation_id=held)
        self._reopened(held, Stage.REVIEW, "review-sealed")
        self._navigator.go(Stage.SEND)
        self._take("send-ready")
        self._give_leave(made, "http://127.0.0.1:9")
        self._reopened(held, Stage.SEND, "send-waiting")
        self._choose_and_test()
        self._confirmed()
        SendStates(
            at=self._at,
            secrets=self._secrets,
            seal=lambda: sealing.seal(self._at, conversation_id=self._sample(minutes_before=40)),
            show=lambda which, name: self._reopened(which, Stage.SEND, name),
        ).show_all()

    def _read_back(self) -> None:
        """Show what the room reads, and Review meanwhile."""
        screen = self.window.pages.currentWidget()
        if not isinstance(screen, ReviewScreen):
            return
        for key_id in ("read_screen", "read_confirmed", "read_next"):
            screen.keys.pressed.emit(key_id)
        self._take("review-reading-back")
        output = screen.findChild(AudienceOutput)
        if output is not None and output.window is not None:
            self._take("audience-read-back", output.window)
        screen.keys.pressed.emit("read_screen")
        self.window.activateWindow()

    def _look_at_section(self, key: str) -> None:
        screen = self.window.pages.currentWidget()
        if isinstance(screen, ReviewScreen):
            screen.section_chosen.emit(key)

    def _choose_and_test(self) -> None:
        """Show where an address is set, with a test of it that found nobody."""
        screen = self.window.pages.currentWidget()
        if isinstance(screen, SendScreen):
            screen.deed_chosen.emit(Deed.CHOOSE)
            screen.choosing.test.click()
            self._take("send-address")
            screen.endpoint_text_given.emit(sample_endpoint_text())
            self._take("send-endpoint-file")
            screen.choosing.offer.answered.emit(False)
            screen.choosing.fields.more.click()
            screen.protocol_chosen.emit(AddressForm(protocol=OPENROSA))
            self._take("send-address-openrosa")
            screen.deed_chosen.emit(Deed.BY_HAND)
            self._take("send-by-hand")

    def _confirmed(self) -> None:
        """Send one more to a real endpoint on this computer, and show the receipt."""
        held = self._sample(minutes_before=30)
        made = sealing.seal(self._at, conversation_id=held)
        database = f"sqlite:///{self._where.data / 'endpoint.sqlite3'}"
        with running_endpoint(database, now=self._clock.now) as endpoint:
            self._give_leave(made, endpoint.url, endpoint.receipt_key, endpoint.token)
        self._reopened(held, Stage.SEND, "send-confirmed")

    def _give_leave(
        self, made: SealedAndQueued, url: str, key: str | None = None, code: str | None = None
    ) -> None:
        to = addressing.set_destination(
            self._at, self._secrets, name="OGP", url=url, receipt_key=key, access_code=code
        )
        addressing.send(self._at, item_id=made.item.id, destination_id=to.id)
        delivering.deliver_next(self._at, wiring.sender(self._secrets))

    def _open(self, conversation_id: str, stage: Stage) -> None:
        """Open a stage, and wait until all its parts are made."""
        self._navigator.open_conversation(conversation_id, stage)
        self._await_page()

    def _await_page(self) -> None:
        page = self.window.pages.currentWidget()
        while isinstance(page, StageScreen) and not page.is_whole:
            self._app.processEvents()

    def _reopened(self, conversation_id: ConversationId, stage: Stage, name: str) -> None:
        self._open(self._sample(is_started=False), Stage.PREPARE)
        self._open(conversation_id, stage)
        self._take(name)

    def _extras(self) -> None:
        pages: tuple[tuple[str, Callable[[], None]], ...] = (
            ("outbox", self.window.header.outbox_requested.emit),
            ("settings", self.window.header.settings_requested.emit),
            ("keys", self.window.header.keys_requested.emit),
        )
        for name, opened in pages:
            opened()
            self._take(name)
            if name == "outbox":
                self._carry()

    def _carry(self) -> None:
        """Show where somebody else's file is sent."""
        screen = self.window.pages.currentWidget()
        if isinstance(screen, SendScreen):
            screen.carrying_requested.emit()
            screen.carried_file_named.emit("/media/usb/feedback-9F02-5D1B.age")
            self._take("outbox-carry")
