# fix: Make
# fixes: 1
import asyncio

from store import Store


class Report:
    def __init__(self, store: Store):
        self.store = store

    async def show(self):
        print(self.store.all_lines(), self.store.first_line().upper())
        print(Store("data.txt").first_line())


asyncio.run(Report(Store("data.txt")).show())
