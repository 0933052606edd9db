import time


def load(path):
    time.sleep(1)
    return path
