"""projects import, undo and export at the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

TABLE = "Код;Название;Стадия\nA-1;Завод;строительство\nA-2;Ферма;так себе\n"


def keruen(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "projects", *words],
        env={
            "KERUEN_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/k.db",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PATH": "",
        },
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_whole_way(tmp_path: Path) -> None:
    (tmp_path / "план.csv").write_text(TABLE, "utf-8")

    looked = keruen(tmp_path, "import", "план.csv")
    assert looked.returncode == 0, looked.stderr
    assert "Row 3, error: Ферма" in looked.stdout
    assert "an unknown stage (так себе)" in looked.stdout
    assert "New projects: 1" in looked.stdout

    applied = keruen(tmp_path, "import", "план.csv", "--apply")
    assert "import 1: 1 added, 0 changed" in applied.stdout

    exported = keruen(tmp_path, "export", "--format", "csv")
    (tmp_path / "out.csv").write_text(exported.stdout, "utf-8")
    assert "A-1" in exported.stdout
    again = keruen(tmp_path, "import", "out.csv", "--apply")
    assert "Unchanged: 1" in again.stdout
    assert "nothing was written" in again.stdout

    undone = keruen(tmp_path, "undo", "1")
    assert undone.stdout == "1 projects put back\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("import", "there-is-none.csv"), 1, "cannot be read"),
        (("import", "."), 1, "cannot be read"),
        (("export", "--format", "oc4ids"), 1, "no projects"),
        (("export", "--format", "exe"), 2, ""),
        (("undo", "7"), 1, "finished or cancelled"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    told = keruen(tmp_path, *words)
    assert told.returncode == code
    assert said in told.stderr
    assert "Traceback" not in told.stderr
