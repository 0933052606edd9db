from disk import *
from later import *
from plain import *


async def handler(path):
    load(path)
#   ^^^^ blocking-chain requests.get via requests.get (disk.py)
    # `disk` has one too, and doesn't hand it on.
    save(path)
    # The last one counts.
    fetch(path)
    show(path)
#   ^^^^ blocking-chain requests.get via requests.get (later.py)
