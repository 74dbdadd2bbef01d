"""What holds for every test: own folders, no network but loopback, and nothing of Qt left behind.

Warnings of Python and of Qt are errors; pyproject.toml says so.
"""

import asyncio
import gc
import os
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Before Qt and the folders of the person are looked up for the first time.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")
# Every commit waits for the disk, which proves nothing here: where there is memory that looks like
# a disk, tests write there. Whoever wants to see what they wrote sets TMPDIR to a folder.
_MEMORY = Path("/dev/shm")
_ROOM = 4_000_000_000
if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
    _scratch = tempfile.TemporaryDirectory(prefix="ogp-", dir=_MEMORY, ignore_cleanup_errors=True)
    Path(_scratch.name).chmod(0o755)  # PostgreSQL of a test runs as somebody else
    os.environ["TMPDIR"] = tempfile.tempdir = _scratch.name
_home = tempfile.TemporaryDirectory(prefix="ogp-desktop-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"):
    os.environ[_name] = _home.name

# A slow machine is no failure, and a failure must come again on the next run.
settings.register_profile("desk", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# The fast part looks at fewer examples; the whole command at all of them.
settings.register_profile("fast", settings.get_profile("ci"), max_examples=20)
settings.load_profile(
    os.environ.get("OGP_TEST_PROFILE") or ("ci" if os.environ.get("CI") else "desk")
)


class NetworkUsedError(AssertionError):
    """A test tried to reach something other than this computer."""


def _is_here(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    if host in ("localhost", ""):
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


_connect, _connect_ex, _look_up = (
    socket.socket.connect,
    socket.socket.connect_ex,
    socket.getaddrinfo,
)


def _connect_here(self: socket.socket, address: Any) -> None:
    if not _is_here(address):
        raise NetworkUsedError(address)
    _connect(self, address)


def _connect_ex_here(self: socket.socket, address: Any) -> int:
    if not _is_here(address):
        raise NetworkUsedError(address)
    return _connect_ex(self, address)


def _look_up_here(host: Any, *arguments: Any, **named: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and not _is_here((name,)) and not name.startswith("0.0.0.0"):
        raise NetworkUsedError(name)
    return _look_up(host, *arguments, **named)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _connect_here)
    monkeypatch.setattr(socket.socket, "connect_ex", _connect_ex_here)
    monkeypatch.setattr(socket, "getaddrinfo", _look_up_here)


@pytest.fixture(scope="session", autouse=True)
def _quick_waits() -> Iterator[None]:
    """Leave out what other libraries do again for each test, and wait for."""
    import httpcore2
    import uvicorn

    with pytest.MonkeyPatch.context() as patch:
        # Reading the authorities of the world takes 30 ms for each client; all of a run share them.
        patch.setattr(httpcore2, "default_ssl_context", cache(httpcore2.default_ssl_context))
        # A server looks ten times a second whether it may leave; and one is left by each test.
        patch.setattr(uvicorn.Server, "main_loop", _attentive)
        yield


async def _attentive(server: Any) -> None:
    looks = 0
    while not await server.on_tick(looks):  # every tenth look renews the date it tells
        looks += 1
        await asyncio.sleep(0.01)


@pytest.fixture(scope="session", autouse=True)
def _settled() -> None:
    """Keep what was loaded so far out of every later search for what is left behind."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder that does not exist yet, as on a first run."""
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with Qt: no top-level widget, no running timer, no new thread."""
    threads = set(threading.enumerate())
    yield
    if "qapp" not in request.fixturenames:
        return
    left = [*_widgets_left(), *_timers_left()]
    left += [repr(thread) for thread in _threads_left(threads)]
    assert not left, f"left behind: {', '.join(left)}"


def _threads_left(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads that do not end: what was told to leave may take two seconds."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(2)
    return [thread for thread in new if thread.is_alive()]


def _widgets_left() -> list[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Qt keeps the label of the last tool tip for itself.
    left = [
        widget
        for widget in QApplication.topLevelWidgets()
        if not widget.inherits("QTipLabel") and widget.parent() is None
    ]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:  # so that the next test is not blamed as well
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return names


def _timers_left() -> list[str]:
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    def running() -> list[QTimer]:
        found = (thing for thing in gc.get_objects() if isinstance(thing, QTimer))
        return [timer for timer in found if isValid(timer) and timer.isActive()]

    left = running()
    if left:  # perhaps only waiting to be collected
        gc.collect()
        left = running()
    for timer in left:
        timer.stop()
    return [f"QTimer {timer.objectName()!r} of {timer.parent()!r}" for timer in left]
