# Starlette's own pool, which hands keyword arguments on.
# executor: starlette.concurrency.run_in_threadpool
# rewrites: 8
import os
import subprocess
import tempfile

from starlette.concurrency import iterate_in_threadpool

import support

FOLDER = tempfile.mkdtemp()


async def case_keywords():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


async def case_positional():
    return os.path.isdir(FOLDER)


async def case_block():
    path = os.path.join(FOLDER, "a")
    with open(path, "w") as file:
        file.write("text")
    with open(path) as file:
        text = file.read()
    return text


async def case_iterated():
    return [name async for name in iterate_in_threadpool(iter("ab"))], os.stat(FOLDER) is not None


async def case_together():
    if os.path.exists(FOLDER):
        return "there"


if __name__ == "__main__":
    support.run(globals())
