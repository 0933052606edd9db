import time


class Store:
    def load(self):
        time.sleep(1)


class Empty:
    def load(self):
        pass


def inferred():
    return Store()


def annotated() -> Store:
    return globals()["store"]


async def later() -> Store:
    return Store()


def choose(path):
    if path:
        return Store()
    return Empty()


def reader(path):
    def read():
        time.sleep(1)

    return read
