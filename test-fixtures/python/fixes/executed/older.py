# Names of anyio that are imported by themselves, and callbacks.
# rewrites: 4
import os
import shutil
import subprocess
import tempfile

from anyio import run, to_thread

import support

FOLDER = tempfile.mkdtemp()


async def case_keywords():
    return subprocess.run(["echo", "x"], capture_output=True).stdout, run is not None, to_thread is not None


async def case_positional():
    return os.path.isdir(FOLDER)


async def case_callback():
    with_names = os.path.join(FOLDER, "copy")
    return shutil.copytree(FOLDER, with_names, ignore=lambda folder, names: names) == with_names


async def case_in_except():
    try:
        os.rmdir(os.path.join(FOLDER, "missing"))
    except OSError as error:
        return error.errno


if __name__ == "__main__":
    support.run_anyio(globals(), "trio")
