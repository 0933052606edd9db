# The function that the settings name is this file's own, and isn't rewritten into calling itself.
# executor: wrapped_here.in_thread
# rewrites: 3
import asyncio
import os

import support


async def in_thread(function, *arguments):
    os.path.exists("in_thread")
    return await asyncio.to_thread(function, *arguments)


async def case_positional():
    return os.path.exists("x")


async def case_given():
    return await in_thread(os.path.exists, "y"), await in_thread(lambda: os.path.exists("z"))


class Client:
    async def read(self):
        return os.path.isfile(__file__)


async def case_method():
    return await Client().read()


if __name__ == "__main__":
    support.run(globals())
