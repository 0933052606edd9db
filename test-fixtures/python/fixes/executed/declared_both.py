# A file for asyncio and trio, in a project with anyio.
# declares: anyio, trio
# rewrites: 2
import asyncio
import os

import trio

import support


async def case_positional():
    return os.path.isdir("/"), asyncio is not None


async def case_items():
    return [os.path.exists(name) for name in ("/", "/missing")], trio is not None


if __name__ == "__main__":
    support.run(globals())
    support.run_trio(globals())
