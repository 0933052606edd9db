"""Collections of what blocks: annotations, literals, unpacking, and the functions that pass elements on."""
import copy
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path
from typing import Dict, List, Optional

import anyio

ROOTS = [Path("/srv"), Path("/var")]
BY_NAME = {"a": Path("a"), "b": Path("b") / "c"}


async def from_annotations(
    several: List[Path],
    optional: Optional[list[Path]],
    named: Dict[str, Path],
    mapping: Mapping[str, "Path"],
    pair: tuple[str, Path],
    many: tuple[Path, ...],
    queue: deque[Path],
    stream: AsyncIterator[Path],
    *rest: Path,
    **options: Path,
):
    several[-1].exists()
   #^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    several[1:][0].exists()
   #^^^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    for one in optional or []:
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for key, one in named.items():
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
        key.exists()
    for one in mapping.values():
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for key in mapping:
        key.exists()
    named.get("a").exists()
    #              ^^^^^^ blocking-call pathlib.Path#exists hint
    name, path = pair
    name.exists()
    path.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    pair[1].exists()
   #^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    pair[0].exists()
    many[3].exists()
   #^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    queue.popleft().exists()
    #               ^^^^^^ blocking-call pathlib.Path#exists hint
    async for one in stream:
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    rest[0].exists()
   #^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    options["a"].exists()
   #^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    rest.exists()
    several.exists()


async def from_literals(flag, names: list[str]):
    for root in ROOTS:
        root.exists()
       #^^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    BY_NAME["a"].exists()
   #^^^^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    made = [Path(name) for name in names]
    made[0].exists()
   #^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    table = {name: Path(name) for name in names}
    for name, path in sorted(table.items()):
        path.exists()
       #^^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    left, (middle, right) = Path("a"), ("b", Path("c"))
    left.exists()
   #^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    middle.exists()
    right.exists()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    first, *others = ROOTS
    first.exists()
   #^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    others[0].exists()
   #^^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    pair = "a", Path("b")
    pair[-1].exists()
   #^^^^^^^^^^^^^^^ blocking-call pathlib.Path#exists hint
    for name in names:
        name.exists()
    for one in [Path("a"), "b"]:
        one.exists()
    for one in (Path("a"), Path.home()):
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    for one in [Path("a"), anyio.Path("b")]:
        one.exists()


async def through_functions(several: Iterable[Path], names: list[str]):
    for index, one in enumerate(several):
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
        index.exists()
    for name, one in zip(names, several):
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
        name.exists()
    for index, (name, one) in enumerate(zip(names, several)):
        one.exists()
       #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
    next(iter(several)).exists()
    #                   ^^^^^^ blocking-call pathlib.Path#exists hint
    max(several).exists()
    #            ^^^^^^ blocking-call pathlib.Path#exists hint
    copy.copy(several)[0].exists()
    #                     ^^^^^^ blocking-call pathlib.Path#exists hint
    [one.exists() for one in reversed(ROOTS)]
    #^^^^^^^^^^ blocking-call pathlib.Path#exists warning
