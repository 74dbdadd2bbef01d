"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("ogp_desktop", "packaging", "i18n", "resources", "tests")
DOCUMENTS = [
    ROOT / "README.md",
    *(file for name in FOLDERS for file in (ROOT / name).rglob("*.md")),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    prose = re.sub(
        r"```.*?```|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", prose)
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_commands_of_the_readme_are_those_that_are_run_for_every_change() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in ("python3 packaging/dev.py demo", "python3 packaging/dev.py test"):
        assert f"\n{command}\n" in readme
        assert command in run
