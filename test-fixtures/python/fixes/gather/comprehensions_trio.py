# The same in a nursery.
# gathers: 3
import trio

import support


async def ask(value):
    await trio.sleep(0.1)
    return value


async def case_calls():
    values = [await ask(value) for value in range(4)]
    return values


async def case_if():
    return [await ask(value) for value in range(6) if value % 2]


async def case_pairs(pairs=(("a", 1), ("b", 2), ("c", 3))):
    return sorted([await ask(name + str(number)) for name, number in pairs])


if __name__ == "__main__":
    support.run_timed_trio(globals())
