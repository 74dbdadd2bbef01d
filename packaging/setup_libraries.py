"""The system libraries that Qt's wheels expect on Linux: found missing by ``ldd``, then installed.

Where installing is not allowed, the exact command is given. Windows and macOS need nothing more.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import apt
from say import Stop, say

# Which Debian or Ubuntu package holds a library that the wheel may lack in a minimal system.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

# Everything the program loads, with and without a desktop. Wayland's plugin is left out: where
# its libraries are missing Qt falls back to X11 by itself.
LOADED = (
    "lib/libQt6Core.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6DBus.so.6",
    "plugins/platforms/libqoffscreen.so",
)
LOADED_ON_A_DESKTOP = ("plugins/platforms/libqxcb.so",)


def prepare(python: Path, *, desktop: bool) -> None:
    """Make sure that Qt can load; with ``desktop`` also that it can open a window under X11."""
    if not sys.platform.startswith("linux"):
        return
    stamp = python.parent.parent / "ogp-desktop-libraries.stamp"
    if stamp.is_file():
        return
    missing = missing_libraries(python, LOADED + LOADED_ON_A_DESKTOP)
    if missing:
        apt.install(_debian_packages(missing))
        missing = missing_libraries(python, LOADED + LOADED_ON_A_DESKTOP)
    if not missing:
        stamp.touch()
        return
    needed = missing if desktop else missing_libraries(python, LOADED)
    if needed:
        raise Stop(
            f"Qt needs libraries that this system lacks: {', '.join(sorted(needed))}. "
            "Run this, then try again:",
            install_command(missing),
        )
    say(f"To open the window later, run: {install_command(missing)}")


def missing_libraries(python: Path, loaded: tuple[str, ...]) -> set[str]:
    """Return the names of the shared libraries that files of the Qt wheel would not find."""
    asked = "import PySide6; print(PySide6.__path__[0])"
    answer = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True)
    files = [str(Path(answer.stdout.strip(), "Qt", name)) for name in loaded]
    shown = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return set(re.findall(r"^\s*(\S+) => not found", shown.stdout, re.MULTILINE))


def install_command(missing: set[str]) -> str:
    """Return the command that installs these libraries, for this system's package manager."""
    names = sorted(missing)
    if shutil.which("apt-get"):
        return " ".join(
            ["sudo apt-get install --no-install-recommends", *_debian_packages(missing)]
        )
    for manager in ("dnf", "zypper"):
        if shutil.which(manager):
            return " ".join([f"sudo {manager} install", *(f"'{name}()(64bit)'" for name in names)])
    return " ".join(["# install what provides:", *names])


def _debian_packages(missing: set[str]) -> list[str]:
    return sorted({DEBIAN_PACKAGES[name] for name in missing if name in DEBIAN_PACKAGES})
