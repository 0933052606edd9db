# fix: Make
# fixes: 2
import asyncio
import time


def countdown(number):
    if number == 0:
        return []
    time.sleep(0.001)
    return [number] + countdown(number - 1)


def even(number):
    time.sleep(0.001)
    return True if number == 0 else odd(number - 1)


def odd(number):
    return False if number == 0 else even(number - 1)


async def main():
    rest = countdown(3)
    print(rest, odd(3), even(1))


asyncio.run(main())
