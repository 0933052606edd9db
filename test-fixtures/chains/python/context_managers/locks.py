import time
from contextlib import contextmanager


class Lock:
    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *error):
        pass


class Quiet:
    name = "quiet"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class Later:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass


@contextmanager
def locked():
    time.sleep(1)
    yield


@contextmanager
def quiet():
    yield
