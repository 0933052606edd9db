import time

from base import Job


class Build(Job):
    def work(self):
        time.sleep(1)

    def name(self):
        return "build"
