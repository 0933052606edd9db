from store import Clock, Store


class Service:
    kind: Store

    def __init__(self, given: Store, unknown):
        self.store = Store()
        self.given = given
        self.unknown = unknown
        self.clock = Clock()

    async def run(self):
        self.store.load()
#       ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.given.load()
#       ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.kind.load()
#       ^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.clock.load()
        self.unknown.load()


async def handler(service: Service):
    service.store.load()
#   ^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
    service.unknown.load()
