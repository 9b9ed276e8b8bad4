"""What is built holds the four rooms with their data, and runs where it is installed."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("kb", "ingest", "assistant", "evals")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
DATA = [
    path.relative_to(ROOT).as_posix()
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*"))
    if path.is_file() and path.suffix not in {".py", ".pyc"} and "__pycache__" not in path.parts
]


def spelled(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(lines: list[str]) -> set[str]:
    """The distributions that requirement lines name."""
    return {spelled(re.match(r"[\w.-]+", line)[0]) for line in lines}  # type: ignore[index]  # each has a name


def foreign_imports(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            yield from (name.partition(".")[0] for name in names)


def test_every_package_that_is_imported_is_declared() -> None:
    declared = required(PROJECT["dependencies"])
    ours = {*ROOMS, *sys.stdlib_module_names}
    known = packages_distributions()

    missing = {
        name
        for name in set(foreign_imports(SOURCES)) - ours
        if not declared & {spelled(distribution) for distribution in known.get(name, [])}
        and not any(spelled(name) in wanted or wanted.startswith(spelled(name)) for wanted in declared)
    }
    assert missing == set()


def test_every_requirement_has_its_exact_version_in_the_constraints() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").split()
    extras = [line for group in PROJECT["optional-dependencies"].values() for line in group]

    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    assert required([*PROJECT["dependencies"], *extras]) - required(lines) == set()


def test_the_version_is_said_once(tmp_path: Path) -> None:
    written = [path for path in SOURCES if f'"{PROJECT["version"]}"' in path.read_text("utf-8")]

    assert [path for path in written if "version" in path.read_text("utf-8").lower()] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, built from a copy of the tree without the network."""
    copy = tmp_path_factory.mktemp("tree")
    names = ["pyproject.toml", "README.md", "LICENSE", "NOTICE"]
    for path in [*(ROOT / name for name in names), *SOURCES, *(ROOT / name for name in DATA)]:
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(copy / "dist"), str(copy)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "dist"


@pytest.mark.slow
def test_the_wheel_holds_the_rooms_with_their_data_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = [name for name in wheel.namelist() if ".dist-info/" not in name]

    assert {name.partition("/")[0] for name in names} == set(ROOMS)
    assert {path.relative_to(ROOT).as_posix() for path in SOURCES} | set(DATA) == set(names)


@pytest.mark.slow
def test_the_sdist_builds_the_same(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}

    assert {*DATA, "pyproject.toml", "LICENSE", "NOTICE", "README.md"} <= names


@pytest.mark.slow
def test_licence_and_notice_travel_along(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        licences = [name for name in wheel.namelist() if "/licenses/" in name]

    assert {name.rpartition("/")[2] for name in licences} == {"LICENSE", "NOTICE"}


@pytest.mark.slow
def test_an_installed_wheel_runs_from_anywhere(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = programs / Path(sys.executable).name
    packages = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()
    wheel = str(next(built.glob("*.whl")))
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "--no-deps",
            "--no-index",
            "-q",
            wheel,
        ],
        check=True,
    )
    # what it depends on comes from the environment of the tests, the project itself must not
    dependencies = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (Path(packages) / "dependencies.pth").write_text("\n".join(dependencies))
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MABS_", "PYTHON"))}

    def run(*command: str) -> str:
        return subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**clean, "MABS_DATA_DIR": str(tmp_path / "data")},
            check=True,
        ).stdout

    assert run(str(python), "-c", "import kb; print(kb.__file__)").startswith(packages)
    assert run(str(programs / "mabs"), "--version") == f"mabs-assistant {PROJECT['version']}\n"
    assert "SharePoint" in run(str(programs / "mabs"), "table", "protection")
    assert "ID 100050" in run(str(programs / "mabs"), "error", "0x186D2")
    assert "backup-disk" in run(str(programs / "mabs"), "troubleshoot", "--list")
