import time


class Store:
    name = "store"

    class Inner:
        def load(self):
            time.sleep(1)

    def load(self):
        time.sleep(1)

    alias = load
