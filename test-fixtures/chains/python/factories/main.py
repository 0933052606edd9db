from store import annotated, choose, inferred, later, reader


async def handler(path):
    inferred().load()
    #          ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    annotated().load()
    #           ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    made = inferred()
    made.load()
#   ^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    (await later()).load()
    #               ^^^^ blocking-chain time.sleep via time.sleep (store.py)
    choose(path).load()
    reader(path)()
#   ^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    reader(path)
