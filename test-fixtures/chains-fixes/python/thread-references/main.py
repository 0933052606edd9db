# fix: in a thread
# fixes: 7
import asyncio
import functools

import texts
from texts import Shelf, read, size


async def main():
    names = ["short.txt", "long.txt"]
    print(list(map(read, names)))
    print("-".join(map(texts.read, names)))
    print(tuple(map(functools.partial(read, end="!"), names)))
    print(sorted(names, key=size), max(names, key=Shelf(3).score))
    lengths = []
    for text in map(read, filter(None, names)):
        await asyncio.sleep(0)
        lengths.append(len(text))
    print(lengths)
    try:
        print(list(map(size, ["missing.txt"])))
    except FileNotFoundError as error:
        print(type(error).__name__)


asyncio.run(main())
