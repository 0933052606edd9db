# fix: Make
# fixes: 1
import asyncio

from app import pause
from app.work import steps as do_steps


async def main():
    print(pause(0.01), await do_steps([0.01, 0.02]))


asyncio.run(main())
