from ports import Closer, Loader, Nobody


async def handler(loader: Loader, closer: Closer, nobody: Nobody):
    loader.load("a")
#   ^^^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (adapters.py)
    # Two have it, one of them blocks.
    closer.close()
#   ^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (adapters.py); in 1 of 2
    nobody.vanish()
