import functools
import time
from functools import lru_cache


@lru_cache
def load():
    time.sleep(1)


@functools.lru_cache(maxsize=None)
def load_all(name):
    time.sleep(1)


@functools.cache
def quiet():
    return 1
