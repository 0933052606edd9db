# rewrites: 8
# stalls: time.sleep, subprocess
import os
import subprocess
import tempfile
import time

import trio

import support

NAME = os.path.join(tempfile.mkdtemp(), "a.txt")


async def case_sleep():
    return time.sleep(0.3)


async def case_command():
    return subprocess.run(["sleep", "0.2"], check=True, capture_output=True).stdout


async def case_write():
    with open(NAME, "w", encoding="utf-8") as file:
        file.write("x")
    return os.path.getsize(NAME)


async def case_read():
    with open(NAME, encoding="utf-8") as file:
        return file.read()


async def case_scope():
    with trio.move_on_after(5):
        return subprocess.check_output(["echo", "in time"], text=True)


if __name__ == "__main__":
    support.run_trio(globals())
