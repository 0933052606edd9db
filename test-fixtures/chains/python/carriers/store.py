import time


class Store:
    def load(self):
        time.sleep(1)

    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *reason):
        pass


class Index:
    """Costly to make."""

    def __init__(self):
        time.sleep(1)
