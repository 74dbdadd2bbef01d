"""A whole kit is read alike from a folder and a zip; a bad one is refused by file and field."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.kits import reading
from ogp_desktop.kits.errors import KitFault, KitRefused
from ogp_desktop.kits.reading import kit_from_files, read_kit
from tests.support.kits import PNG, changed, kit_files, write_folder, write_zip


def refusal(files: dict[str, bytes]) -> KitRefused:
    with pytest.raises(KitRefused) as caught:
        kit_from_files(files)
    return caught.value


def test_read_gives_the_same_kit_from_a_folder_and_a_zip(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tiny", kit_files())
    archive = write_zip(tmp_path / "tiny.ogpkit", kit_files())
    assert read_kit(folder) == read_kit(archive)
    assert read_kit(folder).digest == read_kit(archive).digest


def test_read_accepts_a_zip_of_the_folder_with_what_systems_add(tmp_path: Path) -> None:
    inside = {f"tiny/{name}": body for name, body in kit_files().items()}
    noise = {"__MACOSX/tiny/._kit.toml": b"\0", "tiny/.DS_Store": b"\0", "tiny/README.md": b"x"}
    archive = write_zip(tmp_path / "tiny.ogpkit", inside | noise)
    assert read_kit(archive) == kit_from_files(kit_files())


def test_read_accepts_a_byte_order_mark() -> None:
    files = kit_files()
    marked = files | {"kit.toml": b"\xef\xbb\xbf" + files["kit.toml"]}
    assert kit_from_files(marked) == kit_from_files(files)


def test_read_keeps_the_images_of_the_kit() -> None:
    files = changed("text.en.toml", "To try.", "To try. ![Map](images/map.png)")
    assert kit_from_files(files | {"images/map.png": PNG}).images == {"images/map.png": PNG}


@pytest.mark.parametrize(
    ("file", "old", "new", "fault", "field"),
    [
        ("kit.toml", 'id = "tiny"', 'id = "tiny"\ncolor = 1', KitFault.UNKNOWN_FIELD, "color"),
        ("kit.toml", 'version = "1.0.0"\n', "", KitFault.MISSING_FIELD, "version"),
        ("kit.toml", '"1.0.0"', '"1.0"', KitFault.WRONG_VALUE, "version"),
        ("kit.toml", "[30]", '["30"]', KitFault.WRONG_VALUE, "presets[0]"),
        ("kit.toml", "[30]", "[10]", KitFault.WRONG_VALUE, "presets[0]"),
        (
            "kit.toml",
            'prompt = "keep", ',
            'prompt = "keep", name = "x", ',
            KitFault.UNKNOWN_FIELD,
            "parts[0].questions[0].kinds[0].name",
        ),
        (
            "kit.toml",
            'icon = "play", ',
            "",
            KitFault.MISSING_FIELD,
            "parts[0].questions[0].kinds[0].icon",
        ),
        (
            "kit.toml",
            'kind = "boxes"',
            'kind = "grid"',
            KitFault.WRONG_VALUE,
            "parts[0].questions[0].kind",
        ),
        ("kit.toml", "schema = 1", "schema = 2", KitFault.NEWER_SCHEMA, "schema"),
        ("kit.toml", '["youth"]', '["youth", "youth"]', KitFault.DUPLICATE_ID, "groups"),
        (
            "kit.toml",
            'prompts = ["keep"]',
            'prompts = ["keep", "keep"]',
            KitFault.DUPLICATE_ID,
            "parts[0].questions[0].prompts",
        ),
        ("kit.toml", '["en", "fr"]', '["en", "fr", "es"]', KitFault.MISSING_FILE, ""),
        ("kit.toml", '["en", "fr"]', '["en"]', KitFault.UNKNOWN_ID, "languages"),
        (
            "kit.toml",
            'prompt = "keep"',
            'prompt = "lost"',
            KitFault.UNKNOWN_ID,
            "parts[0].questions[0].kinds[0].prompt",
        ),
        (
            "kit.toml",
            'role = "box"',
            'role = "card"',
            KitFault.WRONG_KINDS,
            "parts[0].questions[0].kinds",
        ),
        (
            "kit.toml",
            'prompt = "keep", ',
            "",
            KitFault.WRONG_KINDS,
            "parts[0].questions[0].kinds[0].prompt",
        ),
        (
            "kit.toml",
            'kind = "boxes"',
            'kind = "boxes"\nchoose = 3',
            KitFault.WRONG_VALUE,
            "parts[0].questions[0].choose",
        ),
        (
            "kit.toml",
            'kind = "boxes"',
            'kind = "boxes"\nchoices = ["a"]',
            KitFault.WRONG_VALUE,
            "parts[0].questions[0].choices",
        ),
        (
            "kit.toml",
            "[consent]",
            "[window]\nopens = 2022-09-01\ncloses = 2022-08-31\n[consent]",
            KitFault.WRONG_VALUE,
            "window.closes",
        ),
        (
            "kit.toml",
            "[[parts]]",
            '[[sections]]\nid = "s"\nfields = [{ id = "f", type = "choice" }]\n[[parts]]',
            KitFault.MISSING_FIELD,
            "sections[0].fields[0].choices",
        ),
        ("kit.toml", "schema = 1", "schema = ", KitFault.NOT_TOML, ""),
        ("text.fr.toml", 'theme = "Theme"', "", KitFault.MISSING_TEXT, "questions.ask.theme"),
        ("text.fr.toml", '"Theme"', '"  "', KitFault.MISSING_TEXT, "questions.ask.theme"),
        ("text.fr.toml", '"Theme"', "3", KitFault.WRONG_VALUE, "questions.ask.theme"),
        (
            "text.fr.toml",
            "[consent]",
            "[consent]\nwhy = 'x'",
            KitFault.UNKNOWN_FIELD,
            "consent.why",
        ),
        (
            "text.fr.toml",
            'label = "Keep"',
            'label = "Keep", short = "K"',
            KitFault.MISSING_TEXT,
            "questions.ask.kinds.keep.short",
        ),
        ("text.fr.toml", "link:form", "link:lost", KitFault.UNKNOWN_LINK, "guidance.start.body"),
        (
            "text.fr.toml",
            "link:form",
            "https://example.org",
            KitFault.UNKNOWN_LINK,
            "guidance.start.body",
        ),
        ("text.fr.toml", "To try.", "To <b>try</b>.", KitFault.MARKUP, "purpose"),
    ],
)
def test_read_is_refused_when_one_thing_is_wrong(
    file: str, old: str, new: str, fault: KitFault, field: str
) -> None:
    refused = refusal(changed(file, old, new))
    assert (refused.reason, refused.field) == (fault, field)
    lost = fault in {KitFault.MISSING_TEXT, KitFault.MISSING_FILE}
    # What is missing in one language is named in the file where it is missing.
    assert refused.file in ({"text.en.toml", "text.fr.toml", "text.es.toml"} if lost else {file})


def test_read_is_refused_for_a_text_that_only_one_language_has() -> None:
    refused = refusal(changed("text.en.toml", 'label = "Keep"', 'label = "Keep", short = "K"'))
    assert (refused.reason, refused.file) == (KitFault.MISSING_TEXT, "text.fr.toml")
    assert refused.field == "questions.ask.kinds.keep.short"


@pytest.mark.parametrize(
    "image",
    [
        "![a](http://example.org/a.png)",
        "![a]( https://example.org/a.png )",
        "![a](//example.org/a.png)",
        "![a](data:image/png;base64,AAAA)",
        "![a[b]](https://example.org/a.png)",
        "[![a](https://example.org/a.png)](link:form)",
        "![a][b]\n\n[b]: https://example.org/a.png",
        '<img src="https://example.org/a.png">',
        "![a](link:form)",
    ],
)
def test_read_is_refused_when_an_image_is_remote(image: str) -> None:
    refused = refusal(changed("text.fr.toml", '"To try."', f"'''{image}'''"))
    assert (refused.reason, refused.file) == (KitFault.REMOTE_IMAGE, "text.fr.toml")
    assert refused.field == "purpose"


@pytest.mark.parametrize("image", ["![a](images/lost.png)", "![a](../map.png)", "![a](map.svg)"])
def test_read_is_refused_when_an_image_is_not_in_the_kit(image: str) -> None:
    refused = refusal(changed("text.fr.toml", "To try.", image))
    assert (refused.reason, refused.field) == (KitFault.UNKNOWN_IMAGE, "purpose")


def test_read_is_refused_when_an_image_is_another_kind_of_file() -> None:
    refused = refusal(kit_files() | {"images/map.png": b"<svg/>"})
    assert (refused.reason, refused.file) == (KitFault.UNKNOWN_IMAGE, "images/map.png")


@pytest.mark.parametrize("file", ["kit.toml", "text.fr.toml"])
def test_read_is_refused_when_a_file_is_not_utf8(file: str) -> None:
    files = kit_files()
    refused = refusal(files | {file: files[file] + b"# caf\xe9\n"})
    assert (refused.reason, refused.file) == (KitFault.NOT_UTF8, file)


@pytest.mark.parametrize("file", ["kit.toml", "text.en.toml"])
def test_read_is_refused_when_a_file_is_missing(file: str) -> None:
    files = kit_files()
    del files[file]
    refused = refusal(files)
    assert (refused.reason, refused.file) == (KitFault.MISSING_FILE, file)


@pytest.mark.parametrize(
    "name",
    ["../kit.toml", "a/../../kit.toml", "/kit.toml", "C:/kit.toml", "C:kit.toml", "..\\kit.toml"],
)
def test_read_is_refused_when_a_path_leaves_the_zip(tmp_path: Path, name: str) -> None:
    archive = write_zip(tmp_path / "bad.ogpkit", kit_files() | {name: b""})
    with pytest.raises(KitRefused) as caught:
        read_kit(archive)
    assert (caught.value.reason, caught.value.file) == (KitFault.UNSAFE_PATH, name)


def test_read_is_refused_when_the_zip_holds_a_link(tmp_path: Path) -> None:
    files = kit_files() | {"images/map.png": b"/etc/hostname"}
    archive = write_zip(tmp_path / "bad.ogpkit", files, links=("images/map.png",))
    with pytest.raises(KitRefused) as caught:
        read_kit(archive)
    assert (caught.value.reason, caught.value.file) == (KitFault.UNSAFE_PATH, "images/map.png")


@pytest.mark.parametrize("name", ["text.fr.toml", "images"])
def test_read_is_refused_when_the_folder_holds_a_link(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path / "tiny", kit_files())
    elsewhere = write_folder(tmp_path / "else", kit_files() | {"map.png": PNG})
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(elsewhere / name if name.endswith("toml") else elsewhere)
    with pytest.raises(KitRefused) as caught:
        read_kit(folder)
    assert caught.value.reason is KitFault.UNSAFE_PATH
    assert caught.value.file.startswith(name)


def test_read_is_refused_when_a_name_stands_twice_in_the_zip(tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "bad.ogpkit", kit_files())
    with (
        zipfile.ZipFile(archive, "a") as again,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        again.writestr("kit.toml", b"")
    with pytest.raises(KitRefused) as caught:
        read_kit(archive)
    assert (caught.value.reason, caught.value.file) == (KitFault.DUPLICATE_FILE, "kit.toml")


def as_zip(tmp_path: Path, files: dict[str, bytes]) -> Path:
    return write_zip(tmp_path / "big.ogpkit", files)


def as_folder(tmp_path: Path, files: dict[str, bytes]) -> Path:
    return write_folder(tmp_path / "big", files)


@pytest.mark.parametrize("write", [as_zip, as_folder])
def test_read_is_refused_when_it_unpacks_to_over_20_megabytes(
    tmp_path: Path, write: Callable[[Path, dict[str, bytes]], Path]
) -> None:
    half = PNG + bytes(reading.SIZE_LIMIT // 2)
    path = write(tmp_path, kit_files() | {"images/a.png": half, "images/b.png": half})
    with pytest.raises(KitRefused) as caught:
        read_kit(path)
    assert caught.value.reason is KitFault.TOO_LARGE
    assert caught.value.file.startswith("images/")
    assert caught.value.detail == str(20 * 1024 * 1024)


def test_read_is_refused_when_the_zip_hides_its_size(tmp_path: Path) -> None:
    honest = write_zip(tmp_path / "big.ogpkit", {"images/a.png": bytes(reading.SIZE_LIMIT * 2)})
    size = (reading.SIZE_LIMIT * 2).to_bytes(4, "little")
    body = honest.read_bytes()
    assert size in body
    liar = tmp_path / "liar.ogpkit"
    liar.write_bytes(body.replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(KitRefused) as caught:
        read_kit(liar)
    assert caught.value.reason in {KitFault.TOO_LARGE, KitFault.NOT_A_KIT}


@pytest.mark.parametrize("body", [b"", b"not a zip", b"PK\x03\x04 cut short"])
def test_read_is_refused_when_the_file_is_no_zip(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "bad.ogpkit"
    path.write_bytes(body)
    with pytest.raises(KitRefused) as caught:
        read_kit(path)
    assert (caught.value.reason, caught.value.file) == (KitFault.NOT_A_KIT, "bad.ogpkit")


def test_read_is_refused_when_the_zip_is_damaged(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "bad.ogpkit", kit_files())
    body = bytearray(path.read_bytes())
    body[60:90] = bytes(30)
    path.write_bytes(body)
    with pytest.raises(KitRefused) as caught:
        read_kit(path)
    assert caught.value.reason is KitFault.NOT_A_KIT


def test_read_is_refused_when_nothing_is_there(tmp_path: Path) -> None:
    with pytest.raises(KitRefused) as caught:
        read_kit(tmp_path / "lost.ogpkit")
    assert (caught.value.reason, caught.value.file) == (KitFault.NOT_FOUND, "lost.ogpkit")


@given(
    spoils=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6)
)
def test_read_of_any_damage_is_a_kit_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, spoils: list[tuple[int, int]]
) -> None:
    path = write_zip(tmp_path_factory.mktemp("zip") / "any.ogpkit", kit_files())
    body = bytearray(path.read_bytes())
    for place, value in spoils:
        body[place % len(body)] = value
    path.write_bytes(body)
    try:
        outcome: object = read_kit(path).id
    except KitRefused as refused:
        outcome = refused.reason
    assert outcome == "tiny" or isinstance(outcome, KitFault)
