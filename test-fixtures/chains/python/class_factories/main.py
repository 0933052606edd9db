from store import Child, Store, open_store


async def handler(path):
    Store.open(path).load()
    #                ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    Child().load()
    Store.build().load()
    #             ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    Store().chained().load()
    #                 ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    with open_store(path) as store:
        store.load()
#       ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    with Store() as entered:
        entered.load()
#       ^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
