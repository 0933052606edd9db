from dataclasses import dataclass, field

from store import Store


@dataclass
class Service:
    store: Store
    many: list[Store] = field(default_factory=list)

    async def run(self):
        self.store.load()
#       ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        [one.load() for one in self.many]
        #^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.store.alias()
#       ^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        Store.Inner().load()
        #             ^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.store.name.load()
