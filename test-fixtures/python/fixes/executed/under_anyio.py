# rewrites: 7
import os
import subprocess
import time

import anyio

import support


async def case_sleep():
    return time.sleep(0.01)


async def case_command():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


async def case_positional():
    return os.path.getsize(__file__) > 0, os.stat("/") is not None


async def case_lines():
    with open(__file__, encoding="utf-8") as file:
        first = file.readline()
    return first


async def case_group():
    async with anyio.create_task_group() as group:
        group.start_soon(anyio.sleep, 0)
        os.path.exists("x")


if __name__ == "__main__":
    support.run_anyio(globals(), "asyncio")
    support.run_anyio(globals(), "trio")
