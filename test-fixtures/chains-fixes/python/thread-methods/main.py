# fix: in a thread
# fixes: 4
import asyncio
import time


class Clock:
    def __init__(self, pause):
        self.pause = pause

    def wait(self):
        time.sleep(self.pause)
        return self

    def twice(self):
        self.wait()
        self.wait()
        return "twice"

    async def run(self):
        print(self.twice())
        print(self.wait().pause)
        answers = {"first": self.twice(), "second": (self.twice(), 1)}
        print(answers)


asyncio.run(Clock(0.01).run())
