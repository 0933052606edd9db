"""A site generator: paths, and what is derived from them."""
import pathlib
from pathlib import Path, PurePath
from typing import Annotated, Optional, Union

import anyio

BASE = Path("/srv") / "site"
HERE = Path(__file__).resolve().parent


async def build(source: Path, target: "Path", cache: Optional[Path], theme: Union[Path, None] = None):
    source.exists()
   #^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    target.mkdir(parents=True)
   #^^^^^^^^^^^^ blocking-call pathlib.Path#mkdir hint
    cache.unlink()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#unlink hint
    theme.is_dir()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#is_dir hint
    page = source / "index.md"
    page.read_text()
   #^^^^^^^^^^^^^^ blocking-call pathlib.Path#read_text warning
    (source / "a" / "b").read_text()
    #                    ^^^^^^^^^ blocking-call pathlib.Path#read_text warning
    source.parent.exists()
   #^^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    source.parent.parent.with_name("x").stat()
    #                                   ^^^^ blocking-call pathlib.Path#stat hint
    Path(target).resolve().read_text()
    #            ^^^^^^^ blocking-call pathlib.Path#resolve hint
    #                      ^^^^^^^^^ blocking-call pathlib.Path#read_text warning
    BASE.joinpath("a").read_bytes()
    #                  ^^^^^^^^^^ blocking-call pathlib.Path#read_bytes warning
    HERE.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    pathlib.Path.home().exists()
    #                   ^^^^^^ blocking-call pathlib.Path#exists hint
    page.with_suffix(".html").write_text("…")
    #                         ^^^^^^^^^^ blocking-call pathlib.Path#write_text warning


async def walk(folder: Path):
    for entry in folder.iterdir():
    #            ^^^^^^^^^^^^^^ blocking-call pathlib.Path#iterdir warning
        entry.unlink()
       #^^^^^^^^^^^^ blocking-call pathlib.Path#unlink warning
    names = [entry.name for entry in folder.glob("*.md")]
    #                                ^^^^^^^^^^^ blocking-call pathlib.Path#glob warning
    sizes = {entry: entry.stat().st_size for entry in folder.rglob("*")}
    #               ^^^^^^^^^^ blocking-call pathlib.Path#stat warning
    #                                                 ^^^^^^^^^^^^ blocking-call pathlib.Path#rglob warning
    return names, sizes


async def twice(name):
    if name:
        chosen = Path(name)
    else:
        chosen = Path("default")
    chosen.exists()
   #^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    if (fourth := Path(name)):
        fourth.touch()
       #^^^^^^^^^^^^ blocking-call pathlib.Path#touch hint
    first, second = Path("a"), Path("b")
    first.rename(second)
   #^^^^^^^^^^^^ blocking-call pathlib.Path#rename hint


async def annotated(given: Annotated[Path, "where"], late: "Optional[Path]"):
    given.exists()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    late.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint


def home() -> Path:
    return Path("/home")


async def returned():
    home().exists()
    #      ^^^^^^ blocking-call pathlib.Path#exists hint


async def silent(pure: PurePath, other: anyio.Path, unknown, several: list[Path], either: Union[Path, anyio.Path]):
    pure.with_suffix(".b")
    BASE / "a"
    BASE.joinpath("a").with_name("b").as_posix()
    BASE.is_absolute()
    await other.exists()
    async for child in other.iterdir():
        await child.read_text()
    await anyio.Path("a").read_text()
    unknown.exists()
    unknown.read_text()
    several.sort()
    several.copy()
    either.exists()
