# A file that gives its content late: what reads it has to wait.
# rewrites: 11
# stalls: reading
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path

import support

FIFO = os.path.join(tempfile.mkdtemp(), "late")
os.mkfifo(FIFO)


def later():
    subprocess.Popen(["sh", "-c", f"sleep 0.3; echo late > {FIFO}"])


async def case_block():
    later()
    with open(FIFO) as file:
        first = file.readline()
    return first


async def case_chain():
    later()
    return open(FIFO).read().strip()


async def case_path():
    later()
    return Path(FIFO).read_text()


async def case_in_class():
    class Reader:
        path = Path(FIFO)

        async def read(self):
            with self.path.open() as file:
                self.text = file.read()
            return self.text

    later()
    return await Reader().read()


async def case_output():
    return subprocess.check_output(["sh", "-c", "sleep 0.3; echo out"], text=True)


async def case_loader():
    later()
    return sorted(open(FIFO))


async def case_request():
    url = Path(__file__).as_uri()
    return urllib.request.urlopen(url).read(8)


if __name__ == "__main__":
    support.run(globals())
