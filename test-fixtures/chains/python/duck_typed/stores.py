import time


class Store:
    def load_everything(self):
        time.sleep(1)
