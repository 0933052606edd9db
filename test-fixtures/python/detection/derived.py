"""Values that are derived: through subscripts, conditions with None, chains of assignments."""
import sqlite3
from contextlib import closing, nullcontext, suppress
from pathlib import Path

import anyio

BASE = Path("/srv")


async def paths(name, source: Path):
    source.parents[1].exists()
   #^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    ("/etc" / BASE).exists()
    #               ^^^^^^ blocking-call pathlib.Path#exists hint
    other = Path(name) if name else None
    if other:
        other.exists()
       #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    third = other or Path.cwd()
    third.exists()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    root = base = Path("c")
    root.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    base.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    with open(name) as file:
    #    ^^^^ blocking-call builtins.open warning
        lines = [line for line in file]
        #                         ^^^^ blocking-call io.TextIOWrapper#__iter__ warning
    with closing(sqlite3.connect(name)) as connection:
    #            ^^^^^^^^^^^^^^^ blocking-call sqlite3.connect warning
        connection.commit()
       #^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#commit warning
    grown = Path("a")
    grown /= "b"
    grown.exists()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    path = source
    path = path.parent
    path.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    with suppress(FileNotFoundError):
        source.unlink()
       #^^^^^^^^^^^^^ blocking-call pathlib.Path#unlink hint
    return lines


async def containers(several: list[Path], by_name: dict[str, Path]):
    for one in several:
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    several[0].exists()
   #^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    by_name["a"].exists()
   #^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    for one in [Path("a"), Path("b")]:
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for index, one in enumerate(BASE.iterdir()):
    #                           ^^^^^^^^^^^^ blocking-call pathlib.Path#iterdir warning
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for one in sorted(BASE.iterdir()):
    #                 ^^^^^^^^^^^^ blocking-call pathlib.Path#iterdir warning
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for one in [Path("a"), anyio.Path("b")]:
        one.exists()
