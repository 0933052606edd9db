"""Where code runs: what a coroutine evaluates itself, and what only stands inside it."""
import asyncio
import contextlib
import functools
import os
import time

time.sleep(0)
WAIT = time.sleep(0)


def synchronous():
    time.sleep(1)


class Service:
    time.sleep(0)
    size = os.stat("a").st_size

    def method(self):
        time.sleep(1)

    async def coroutine(self, wait=time.sleep(0)):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    async def __aenter__(self):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    async def __aexit__(self, *details):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    async def __anext__(self):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    @staticmethod
    async def static():
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    @property
    def sync_property(self):
        return time.sleep(1)


async def generator(names):
    for name in names:
        yield os.stat(name)
        #     ^^^^^^^ blocking-call os.stat warning
    yield [os.stat(name) async for name in names]
    #      ^^^^^^^ blocking-call os.stat warning


@contextlib.asynccontextmanager
async def managed():
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning
    yield
    time.sleep(1)
   #^^^^^^^^^^ blocking-call time.sleep warning


async def expressions(names, table):
    [os.stat(name) for name in names]
    #^^^^^^^ blocking-call os.stat warning
    {os.stat(name): 1 for name in os.listdir("a")}
    #^^^^^^^ blocking-call os.stat warning
    #                             ^^^^^^^^^^ blocking-call os.listdir warning
    sum(os.stat(name).st_size for name in names)
    #   ^^^^^^^ blocking-call os.stat warning
    print(f"{os.stat('a').st_size:>{os.stat('b').st_size}}")
    #        ^^^^^^^ blocking-call os.stat hint
    #                               ^^^^^^^ blocking-call os.stat hint
    table[os.stat("a")] = os.stat("b")
    #     ^^^^^^^ blocking-call os.stat hint
    #                     ^^^^^^^ blocking-call os.stat hint
    print(*os.listdir("a"), **dict(a=os.stat("a")))
    #      ^^^^^^^^^^ blocking-call os.listdir warning
    #                                ^^^^^^^ blocking-call os.stat hint
    assert os.path.exists("a"), os.stat("b")
    #      ^^^^^^^^^^^^^^ blocking-call os.path.exists hint
    #                           ^^^^^^^ blocking-call os.stat hint
    while os.path.exists("a"):
    #     ^^^^^^^^^^^^^^ blocking-call os.path.exists warning
        await asyncio.sleep(1)
    else:
        os.stat("a")
       #^^^^^^^ blocking-call os.stat hint
    for name in os.listdir("a"):
    #           ^^^^^^^^^^ blocking-call os.listdir warning
        os.stat(name)
       #^^^^^^^ blocking-call os.stat warning
    if (found := os.stat("a")) and found:
    #            ^^^^^^^ blocking-call os.stat hint
        return os.stat("b") if found else os.stat("c")
        #      ^^^^^^^ blocking-call os.stat hint
        #                                 ^^^^^^^ blocking-call os.stat hint
    match os.stat("a"):
    #     ^^^^^^^ blocking-call os.stat hint
        case size if os.stat("b") == size:
        #            ^^^^^^^ blocking-call os.stat hint
            time.sleep(1)
           #^^^^^^^^^^ blocking-call time.sleep warning
    try:
        raise ValueError(os.stat("a"))
        #                ^^^^^^^ blocking-call os.stat hint
    except ValueError:
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning
    finally:
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning


async def definitions(names):
    def nested(default=os.stat("a")):
    #                  ^^^^^^^ blocking-call os.stat hint
        time.sleep(1)

    class Local(os.stat("b")):
    #           ^^^^^^^ blocking-call os.stat hint
        size = os.stat("c")
        #      ^^^^^^^ blocking-call os.stat hint

        def method(self):
            time.sleep(1)

    @functools.lru_cache(os.stat("d").st_size)
    #                    ^^^^^^^ blocking-call os.stat hint
    def decorated():
        time.sleep(1)

    async def inner():
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    callback = lambda size=os.stat("e"): time.sleep(size)
    #                      ^^^^^^^ blocking-call os.stat hint
    return nested, Local, decorated, inner, callback


async def inline(names):
    list(map(os.stat, names))
    #        ^^^^^^^ blocking-call os.stat warning
    sorted(names, key=os.path.getmtime)
    #                 ^^^^^^^^^^^^^^^^ blocking-call os.path.getmtime warning
    names.sort(key=os.path.getsize)
    #              ^^^^^^^^^^^^^^^ blocking-call os.path.getsize warning
    max(names, key=lambda name: os.stat(name).st_size)
    #                           ^^^^^^^ blocking-call os.stat warning
    list(filter(os.path.exists, names))
    #           ^^^^^^^^^^^^^^ blocking-call os.path.exists warning
    sorted(names, key=str.lower)


def sync_generator(names):
    for name in names:
        yield os.stat(name)


def factory():
    async def made():
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    time.sleep(1)
    return made


if __name__ == "__main__":
    time.sleep(1)
    asyncio.run(expressions([], {}))
