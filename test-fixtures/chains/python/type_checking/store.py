import time


class Store:
    def load(self):
        time.sleep(1)
