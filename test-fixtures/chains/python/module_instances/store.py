import time


class Store:
    def load(self):
        time.sleep(1)


class Clock:
    def load(self):
        return time.time()


class Nested:
    def __init__(self):
        self.inner = Store()


shared = Store()
clock = Clock()
nested = Nested()
