from store import Index, Store


class Heir(Store):
    pass


class Pool:
    def __enter__(self) -> Heir:
        return Heir()

    def __exit__(self, *reason):
        pass


class Services:
    def __init__(self):
        self.state = Store()


def make_store():
    return Store()


services = Services()
shelf = make_store()
registry = {"words": Index}
Words = Index
