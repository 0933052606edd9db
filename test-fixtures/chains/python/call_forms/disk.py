import time


def load(path):
    time.sleep(1)


class Store:
    def load(self, path):
        time.sleep(1)
