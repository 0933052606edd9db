import subprocess
import time


def save(path, sync=False):
    if sync:
        time.sleep(1)


def load(path, *, force=None):
    if not force:
        return path
    time.sleep(1)
    return path


def read(path, lazy=True):
    return path if lazy else time.sleep(1)


def both(path, a=False, b=True):
    if a and b:
        for one in [path]:
            time.sleep(1)


def run(command, verbose=False):
    """What else it does blocks in any case."""
    if verbose:
        subprocess.run(command)
    time.sleep(1)


def settled(path, sync=None):
    """Nobody knows what it is in the end."""
    if sync is None:
        sync = len(path) > 3
    if sync:
        time.sleep(1)


def asked(path, sync):
    if sync:
        time.sleep(1)


class Store:
    def __init__(self, path, eager=False):
        if eager:
            time.sleep(1)

    def flush(self, sync=False):
        if not sync:
            return
        time.sleep(1)
