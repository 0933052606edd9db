# fix: Make
# fixes: 1
import asyncio

import tools

wait = tools.pause


async def main():
    from tools import pause as again

    print(wait(0.001), again(0.001), tools.pause(seconds=0.001))
    if tools.pause(0) == 0 and not wait(0):
        print("done")


asyncio.run(main())
