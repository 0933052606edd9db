# The project's own way to a thread, from another module.
# executor: support_threads.run_blocking
# rewrites: 12
# stalls: the requests of the slow cases
import glob
import os
import subprocess
import tempfile
import time

import support

FOLDER = tempfile.mkdtemp()


async def case_positional():
    return os.path.isdir(FOLDER), os.listdir(FOLDER)


async def case_keywords():
    return subprocess.run(["sleep", "0.3"], capture_output=True, check=True).returncode


async def case_chain():
    return subprocess.run(["echo", "x"], capture_output=True).stdout.decode().strip()


async def case_iterator():
    return [len(names) for _, names, _ in os.walk(FOLDER)]


async def case_block():
    with open(os.path.join(FOLDER, "a"), "w") as file:
        file.write("text")
    with open(os.path.join(FOLDER, "a"), "a+") as file:
        file.seek(0)
        text = file.read()
    return text, glob.glob(os.path.join(FOLDER, "none*"))


async def case_error():
    try:
        os.rmdir(os.path.join(FOLDER, "missing"))
    except FileNotFoundError as error:
        return error.errno


async def case_sleep():
    return time.sleep(0.01)


if __name__ == "__main__":
    support.run(globals())
