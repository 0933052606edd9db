from typing import Annotated, Optional, Union

import store as stores
from store import Clock, Store


async def handler(
    store: Store,
    late: "Store",
    maybe: Optional[Store],
    either: Union[Store, Clock],
    new: Store | None,
    marked: Annotated[Store, "shared"],
    many: list[Store],
    class_: type[Store],
    by_module: stores.Store,
    clock: Clock,
):
    store.load()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    late.load()
#   ^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    maybe.load()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    new.load()
#   ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    marked.load()
#   ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    many[0].load()
#   ^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    class_().load()
    #        ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    by_module.load()
#   ^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    for one in many:
        one.load()
#       ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    either.load()
    clock.load()
    many.load()
