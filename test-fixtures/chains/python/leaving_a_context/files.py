import time


class Flushed:
    name = "flushed"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        time.sleep(1)
