# A file that gives its content late: what reads it has to wait.
# rewrites: 11
# stalls: reading
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path

import support

FOLDER = tempfile.mkdtemp()


def later(name):
    path = os.path.join(FOLDER, name)
    os.mkfifo(path)  # unblock-ignore-line
    subprocess.Popen(["sh", "-c", f"sleep 0.3; echo late > {path}"])  # unblock-ignore-line
    return path


async def case_block():
    fifo = later("block")
    with open(fifo) as file:
        first = file.readline()
    return first


async def case_chain():
    fifo = later("chain")
    return open(fifo).read().strip()


async def case_path():
    fifo = later("path")
    return Path(fifo).read_text()


async def case_in_class():
    class Reader:
        path = Path(later("in_class"))

        async def read(self):
            with self.path.open() as file:
                self.text = file.read()
            return self.text

    return await Reader().read()


async def case_output():
    return subprocess.check_output(["sh", "-c", "sleep 0.3; echo out"], text=True)


async def case_loader():
    fifo = later("loader")
    return sorted(open(fifo))


async def case_request():
    url = Path(__file__).as_uri()
    return urllib.request.urlopen(url).read(8)


if __name__ == "__main__":
    support.run(globals())
