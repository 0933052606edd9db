from base import Counter
from loaders import Disk, Lines, Memory, Words


async def handler():
    # What the base calls on itself, one of its heirs has in its place, and that doesn't block.
    Memory().load()
    # In all of them.
    Disk().check()
    #      ^^^^^ blocking-chain os.stat hint via exists (base.py), os.stat (loaders.py); also os.path.exists
    counter = Counter()
    await counter.count()
    counter.size()
    Counter.create()
    Lines().own()
    #       ^^^ blocking-chain time.sleep via __own (loaders.py), time.sleep (loaders.py)
    await Words().run()
