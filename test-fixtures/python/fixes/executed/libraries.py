# Names that the rewrites need are there already, or belong to something else.
# rewrites: 4
"""A docstring."""

from __future__ import annotations

import asyncio as aio
import os
from functools import partial

import support


async def case_alias():
    return os.path.exists("x")


async def case_shadowed(aio=None):
    return os.path.exists("x")


async def case_shadowed_module():
    asyncio = 1
    return os.path.exists("x"), asyncio, aio, partial


async def case_local_import():
    import asyncio

    return os.path.exists("x"), asyncio


if __name__ == "__main__":
    support.run({name: value for name, value in globals().items() if "shadowed_module" not in name and "local" not in name})
    print(aio.run(case_shadowed_module())[0], aio.run(case_local_import())[0])
