import time


class Base:
    def __init__(self, path):
        time.sleep(1)
