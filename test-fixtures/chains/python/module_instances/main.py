import store
from store import clock, shared


async def handler():
    shared.load()
#   ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    store.shared.load()
#   ^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    store.nested.inner.load()
#   ^^^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    clock.load()
    store.missing.load()
