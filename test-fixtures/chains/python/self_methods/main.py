from store import Store


async def handler():
    Store.wait()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    Store.create().load()
#   ^^^^^^^^^^^^ blocking-chain time.sleep via wait (store.py), time.sleep (store.py)
    #              ^^^^ blocking-chain time.sleep via _read (store.py), time.sleep (store.py)
    await Store.open()
