# The project declares anyio: what this file does runs under asyncio and under trio.
# declares: anyio>=4
# rewrites: 5
import os
import subprocess

import support


async def case_positional():
    return os.path.isdir("/")


async def case_keywords():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


async def case_iterator():
    return [names for _, names, _ in os.walk(os.devnull)]


async def case_block():
    with open(__file__) as file:
        first = file.readline()
    return first


if __name__ == "__main__":
    support.run_anyio(globals(), "asyncio")
    support.run_anyio(globals(), "trio")
