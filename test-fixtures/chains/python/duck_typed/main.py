import typing

if typing.TYPE_CHECKING:
    from stores import Store


async def handler(store: "Store", unknown):
    store.load_everything()
#   ^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (stores.py)
    # Only one class has such a method; nothing says that this is one.
    unknown.load_everything()
