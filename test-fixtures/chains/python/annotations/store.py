import time


class Store:
    def load(self):
        time.sleep(1)


class Clock:
    def load(self):
        return time.time()
