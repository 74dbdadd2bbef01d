"""A small whole kit as files, to be spoilt one way at a time."""

import stat
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parents[2]
BUILT_IN = ROOT / "resources" / "kits"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)

STRUCTURE = """
schema = 1
id = "tiny"
version = "1.0.0"
languages = ["en", "fr"]
presets = [30]
formats = [{ id = "in_person" }]
groups = ["youth"]
guidance = [{ id = "start" }]
links = [{ id = "form" }]

[consent]
points = ["noted"]
attribution = ["open"]

[[parts]]
id = "only"

[[parts.questions]]
id = "ask"
kind = "boxes"
prompts = ["keep"]
kinds = [{ id = "keep", role = "box", prompt = "keep", icon = "play", colour = "k_opp" }]
"""

TEXT = """
title = "Tiny"
subtitle = "A kit"
purpose = "To try."
parts.only = { title = "Part", intro = "Intro." }
groups.youth = "Youth"
guidance.start = { title = "Start", body = "Use the [form](link:form)." }
links.form = { label = "Form" }

[consent]
title = "Before"
spoken = "Welcome."
points.noted = "Ideas."
attribution.open = { title = "Open", spoken = "You may repeat it." }

[questions.ask]
theme = "Theme"
text = "What should stay?"
prompts.keep = { text = "Keep?", short = "Keep", not_asked = "Not asked." }
kinds.keep = { label = "Keep" }
"""


def kit_files() -> dict[str, bytes]:
    """Return the files of a kit that has no fault."""
    return {
        "kit.toml": STRUCTURE.encode(),
        "text.en.toml": TEXT.encode(),
        "text.fr.toml": TEXT.replace("A kit", "Un kit").encode(),
    }


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """Return the files with one piece of one file replaced; the piece must be there."""
    files = kit_files()
    text = files[file].decode()
    assert old in text, f"{old!r} is not in {file}"
    return files | {file: text.replace(old, new, 1).encode()}


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write a kit as a folder."""
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def write_zip(path: Path, files: Mapping[str, bytes], links: tuple[str, ...] = ()) -> Path:
    """Write a kit as a zip; names in ``links`` become symbolic links."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, body in files.items():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            if name in links:
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, body)
    return path
