import asyncio
import threading
import time

import tools
from tools import (
    Base,
    Clock,
    awaited_already,
    by_property,
    from_lambda,
    generated,
    in_init,
    in_text,
    on_top,
    passed,
    started,
    summed,
    uncalled,
)


def start():
    threading.Thread(target=passed).start()


total = on_top()


async def main(anything):
    global total
    passed()
    #<^^^^ no Make: it is used as a value there (main.py:24)
    on_top()
    #<^^^^ no Make: it is at the top level of the file
    started()
    #<^^^^^ no Make: it is an entry point
    in_text()
    #<^^^^^ no Make: a text names it (tools.py:1)
    in_init()
    #<^^^^^ no Make: Python itself calls `__init__`, and awaits nothing
    by_property()
    #<^^^^^^^^^ no Make: it is decorated
    from_lambda()
    #<^^^^^^^^^ no Make: a lambda can't await
    total += summed()
    #        ^^^^^^ no Make: reads `total` before it waits
    awaited_already()
    #<^^^^^^^^^^^^^ no Make: it may give an awaitable already
    uncalled()
    #<^^^^^^ no Make: nobody in the workspace calls it, so something else does
    for one in generated():
        #      ^^^^^^^^^ no Make: a synchronous generator can't await
        print(one)
    Clock()
    #<^^^ no Make: Python itself calls `__init__`, and awaits nothing
    Base().overridden()
    #<     ^^^^^^^^^^ no Make: `Derived` overrides it
    Base().guessed()
    #<     ^^^^^^^ no Make: nobody knows whether it is meant there
    anything.guessed()


asyncio.run(main(Base()))
