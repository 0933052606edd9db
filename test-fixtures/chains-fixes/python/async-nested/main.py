# fix: Make
# fixes: 1
import asyncio
import time

PAUSE = 0.001


async def main(names):
    seen = []

    def visit(name, *, twice=False):
        time.sleep(PAUSE)
        seen.append(name)
        return visit(name + "!") if twice else name

    for name in names:
        print(visit(name), visit(name, twice=True))
    print(sum(len(visit(name)) for name in names), {name: visit(name) for name in names})
    print(seen)


asyncio.run(main(["a", "b"]))
