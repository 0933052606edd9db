from application import Application
from holders import Heir, Pool, Words, make_store, services, shelf


async def held():
    services.state.load()
#   ^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def given():
    make_store().load()
#                ^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def of_module():
    shelf.load()
#   ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def heir(one: Heir):
    one.load()
#   ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def entered():
    with Pool() as one:
        one.load()
#       ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def without_a_name():
    with services.state:
#        ^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        pass


async def farther(application: Application):
    application.memory.load()
#   ^^^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)


async def made():
    Words()
#   ^^^^^ blocking-chain time.sleep via time.sleep (store.py)
