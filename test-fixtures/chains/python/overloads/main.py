from store import load, single


async def handler(path):
    load(path)
#   ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    single(path)
#   ^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
