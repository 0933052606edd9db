import time


def load(path):
    time.sleep(1)
