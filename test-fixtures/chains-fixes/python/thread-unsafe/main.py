# fix: in a thread
# fixes: 2
# title: Run `store.remember` in a thread: `asyncio.to_thread` (unsafe: `SEEN` is changed in the thread)
import asyncio

import store


async def main():
    print(store.remember("a"), store.SEEN)
    print(store.count())


asyncio.run(main())
