"""Our own questions on the shipped articles are answered and refused as well as they ever were.

The other figures of ``answers.py`` need data that is not shipped, and are measured by hand.
"""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("answers.py")


def test_no_figure_on_the_shipped_articles_falls_below_its_floor(tmp_path: Path):
    nowhere = ["--qa", str(tmp_path), "--seeds", str(tmp_path / "none")]
    measured = subprocess.run(
        [sys.executable, str(SCRIPT), *nowhere], capture_output=True, text=True, check=False
    )
    assert measured.returncode == 0, measured.stderr
    assert "shipped: short answers" in measured.stdout
