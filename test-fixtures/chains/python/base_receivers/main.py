import time
from typing import Optional

from store import Single, Store, connect, make
from stores import Files, Remote


class Service:
    def __init__(self, store: Store, backup: Optional[Store] = None):
        self.store = store
        self.backup = backup
        self.made = Store()

    async def run(self, name):
        self.store.load(name)
#       ^^^^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (stores.py); in 1 of 3
        if self.backup:
            self.backup.load(name)
            #<^^^^^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (stores.py); in 1 of 3
        return self.made.load(name)


async def handler(store: Store, name: str, one: Single):
    store.load(name)
    #<^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (stores.py); in 1 of 3
    store.save(name)
    #<^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py); also subprocess.run
    await store.flush()
    store.close()
    #<^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    if store.size:
    #  ^^^^^^^^^^ blocking-chain subprocess.check_output hint via subprocess.check_output (stores.py); in 1 of 2
        one.load(name)
        #<^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    connect().load(name)
    #         ^^^^ blocking-chain time.sleep hint via time.sleep (stores.py); in 1 of 3


async def exact(name):
    """What is made in the same place is that, whatever it is called."""
    local: Local = Local()
    local.load(name)
    store = Store()
    store.load(name)
    make().load(name)
    Remote().load(name)
    Files().load(name)
    #       ^^^^ blocking-chain time.sleep via time.sleep (stores.py)


class Local:
    def load(self, name):
        return name


class Slow(Local):
    def load(self, name):
        time.sleep(1)


async def near(local: Local, name: str, every: list[Local]):
    """In one file the same."""
    local.load(name)
    #<^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (main.py); in 1 of 2
    for one in every:
        one.load(name)
        #<^^^^^^^^ blocking-chain time.sleep hint via time.sleep (main.py); in 1 of 2
