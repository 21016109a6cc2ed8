"""The wheel carries the law: a user who has no checkout gets every data file."""

from pathlib import Path
from zipfile import ZipFile

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
SHIPPED = {".yaml", ".csv", ".json"}


def test_every_data_file_is_in_the_wheel(tmp_path: Path):
    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    data = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "article41" / "data").rglob("*")
        if path.suffix in SHIPPED
    }
    assert data
    assert data - inside == set()
