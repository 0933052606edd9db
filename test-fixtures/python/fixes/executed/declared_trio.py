# The project declares trio, and this file imports no asynchronous library.
# declares: trio
# rewrites: 3
import os
import subprocess

import support


async def case_positional():
    return os.path.isdir("/")


async def case_keywords():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


async def case_items():
    return [os.path.exists(name) for name in ("/", "/missing")]


if __name__ == "__main__":
    support.run_trio(globals())
