import contextlib
import threading

lock = threading.Lock()


class Table:
    scale = 3

    async def rows(self):
        return [number * self.scale for number in range(8_000_000)]
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: it uses `self`


async def uses_a_function_of_its_own(offset):
    def shifted(number):
        return number + offset

    return [shifted(number) for number in range(8_000_000)]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: of the function around it


async def sends_what_is_open():
    with contextlib.ExitStack() as stack:
        return [stack is None for _ in range(8_000_000)]
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: is open in this process


async def holds_a_lock():
    with lock:
    #    ^^^^ no-fix: thread that made it
        total = 0
        for number in range(8_000_000):
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: `lock` is held meanwhile
            total += number
    return total


async def awaits_in_between(numbers):
    return [number + numbers[0] if number else await numbers for number in range(8_000_000)]


def make(limit):
    return sum([number for number in range(8_000_000) if number < limit])
