import time

import requests


class Base:
    def load(self):
        time.sleep(1)

    def shared(self):
        return 1

    def close(self):
        requests.get("https://example.org")


class Left:
    def run(self):
        pass


class Right:
    def run(self):
        time.sleep(1)
