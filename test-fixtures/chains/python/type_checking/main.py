from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store


async def handler(store: Store, stores: dict[str, Store]):
    store.load()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    stores["a"].load()
#   ^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    for one in stores.values():
        one.load()
#       ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    for name in stores:
        name.load()
