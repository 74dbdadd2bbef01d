"""A real PostgreSQL server of its own, in a folder of its own, for as long as a test needs it.

It listens on a Unix socket in that folder alone, so that no port and no other server is touched.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

_USER = "postgres"
_NAMES = count(1)


def why_not() -> str | None:
    """Return why no server can be started here, nothing when one can."""
    if os.name != "posix":
        return "the PostgreSQL of a test listens on a Unix socket, which this system has not"
    if find_spec("psycopg") is None:
        return "psycopg is not installed: pip install 'ogp-desktop[postgres]'"
    if _programs() is None:
        return "no PostgreSQL server is installed: initdb and pg_ctl are not found"
    if os.geteuid() == 0 and _owner() is None:
        return f"PostgreSQL does not run as root, and there is no user {_USER!r}"
    return None


@contextmanager
def postgres() -> Iterator[Path]:
    """Run a server; give the folder of its socket."""
    programs = _programs()
    assert programs is not None
    # Not in pytest's folder: that one is closed to the user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="ogp-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    data = folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    try:
        _run(programs / "initdb", "-A", "trust", "-U", _USER, "-E", "UTF8", "-D", data)
        _run(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        try:
            yield folder
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh_database(socket_folder: Path) -> str:
    """Make an empty database and return its address."""
    import psycopg

    name = f"endpoint_{next(_NAMES)}"
    where = {"host": str(socket_folder), "user": _USER}
    with psycopg.connect(dbname="postgres", autocommit=True, **where) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://{_USER}@/{name}?host={socket_folder}"


def _programs() -> Path | None:
    """Return the folder of the server's programs, the newest where there are several."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr/pgsql").glob("*/bin")]
    found.sort(key=lambda folder: int("".join(filter(str.isdigit, folder.parent.name)) or 0))
    on_path = shutil.which("pg_ctl")
    folders = [*reversed(found), *([Path(on_path).parent] if on_path else [])]
    return next((one for one in folders if (one / "initdb").exists()), None)


def _owner() -> str | None:
    import pwd

    try:
        return pwd.getpwnam(_USER).pw_name
    except KeyError:
        return None


def _run(program: Path, *arguments: object) -> None:
    is_root = os.geteuid() == 0
    subprocess.run(
        [str(program), *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=120,
        user=_USER if is_root else None,
        group=_USER if is_root else None,
    )
