from store import connect, entered, session, stores


async def handler(path):
    with session() as opened:
        opened.load()
#       ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        opened.close()
    async with connect() as connection:
        connection.load()
#       ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    for store in stores():
        store.load()
#       ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    session().load()
    with entered() as other:
        other.load()
