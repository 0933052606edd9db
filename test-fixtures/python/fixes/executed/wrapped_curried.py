# A function that makes an asynchronous one, as Django's does.
# executor: asgiref.sync.sync_to_async
# rewrites: 10
import os
import subprocess
import tempfile

import support

FOLDER = tempfile.mkdtemp()


async def case_keywords():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout.strip()


async def case_lines():
    return subprocess.run(
        ["echo", "y"],
        capture_output=True,
    ).stdout


async def case_none():
    return os.getcwd() == os.path.realpath(os.curdir), len(os.listdir())


async def case_block():
    path = os.path.join(FOLDER, "a")
    with open(path, "w") as file:
        file.write("text")
    with open(path) as file:
        text = file.read()
    return text


async def case_iterator():
    return [names for _, _, names in os.walk(FOLDER)]


async def case_items():
    return [os.path.exists(name) for name in (FOLDER, "missing")]


if __name__ == "__main__":
    support.run(globals())
