"""The benchmarks still start, with tiny sizes; what they measure is not judged here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "sizes"),
    [
        ("first_paint", ["--runs", "1", "--conversations", "3"]),
        ("note_to_disk", ["--notes", "3"]),
        ("long_conversation", ["--notes", "8"]),
        ("review_screen", ["--notes", "10"]),
        ("page_opening", ["--page", "prepare", "--notes", "3"]),
        ("clock", ["--runs", "2", "--events", "20"]),
        ("delivery", ["--items", "3", "--links", "1", "--waiting", "20"]),
    ],
)
def test_benchmark_prints_its_figures(script: str, sizes: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{script}", *sizes, "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert len(json.loads(ran.stdout)) >= 4
