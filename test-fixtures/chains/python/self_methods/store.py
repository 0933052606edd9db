import time


class Store:
    def load(self):
        return self._read()

    @classmethod
    def create(cls):
        cls.wait()
        return cls()

    @staticmethod
    def wait():
        time.sleep(1)

    async def run(self, other):
        self.load()
#       ^^^^^^^^^ blocking-chain time.sleep via _read (store.py), time.sleep (store.py)
        self.__secret()
#       ^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.wait()
#       ^^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        self.quiet()
        self.missing()
        other.load()
        await self.later()

    @classmethod
    async def open(cls):
        cls.wait()
#       ^^^^^^^^ blocking-chain time.sleep via time.sleep (store.py)
        return cls.create()
        #      ^^^^^^^^^^ blocking-chain time.sleep via wait (store.py), time.sleep (store.py)

    def _read(self):
        time.sleep(1)

    def __secret(self):
        time.sleep(1)

    def quiet(self):
        return self._read

    async def later(self):
        pass
