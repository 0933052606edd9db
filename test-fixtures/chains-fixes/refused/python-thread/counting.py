import time


def numbers():
    time.sleep(0.01)
    yield 1
