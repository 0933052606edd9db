"""What runs once in a process blocks nobody where a module calls it while it is imported."""
import functools
import time
from functools import cache, lru_cache


@lru_cache
def settings():
    time.sleep(1)
    return {}


@functools.lru_cache(maxsize=1)
def folders():
    time.sleep(1)
    return []


@cache
def lazy():
    time.sleep(1)
    return {}


@lru_cache
def of_user(name):
    time.sleep(1)
    return name


_client = None
_pool = None
_session = None


def client():
    global _client
    if _client is None:
        _client = connect()
    return _client


def pool():
    global _pool
    if not _pool:
        _pool = connect()
    time.sleep(1)
    return _pool


def session():
    global _session
    if _session is None:
        _session = connect()
    return _session


def refreshed():
    global _session
    if _client is None:
        _session = connect()
    return _session


def connect():
    time.sleep(1)
    return object()


folders()
