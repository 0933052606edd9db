from ports import Loader


async def handler(loader: Loader):
    loader.close()
#   ^^^^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (adapters.py)
    loader.load()
