# Loops and expressions that compute: first in another process, then with turns for others.
# rewrites: 34
# stalls: loops
import asyncio
import math
from collections import Counter
from itertools import product

import support

LIMIT = 2_000_000
MODULUS = 1_000_003
TABLE = {"a": 3, "b": 5}


async def case_counter():
    total = 0
    for number in range(2_000_000):
        total += number * 3
    return total


async def case_named_bound():
    total = 0
    for number in range(LIMIT):
        total += number % 7
    return total


async def case_parameter(factor=5):
    total = 1
    for number in range(2_000_000):
        total = (total * factor + number) % MODULUS
    return total


async def case_two_results():
    even = 0
    odd = 0
    for number in range(2_000_000):
        if number % 2 == 0:
            even += number
        else:
            odd += number
    return even, odd


async def case_list_of_its_own():
    squares = []
    for number in range(1_500_000):
        if number % 100_000 == 0:
            squares.append(number**2)
    return squares


async def case_dictionary_of_its_own():
    counts = {}
    for number in range(1_500_000):
        key = number % 5
        counts[key] = counts.get(key, 0) + 1
    return counts


async def case_set_of_its_own():
    seen = set()
    for number in range(1_500_000):
        seen.add(number * number % 10)
    return sorted(seen)


async def case_nested():
    hits = 0
    for x in range(1_500):
        for y in range(1_500):
            if (x * x + y * y) % 97 == 0:
                hits += 1
    return hits


async def case_while():
    number = 0
    total = 0
    while number < 2_000_000:
        total += number & 3
        number += 1
    return total, number


async def case_continue():
    total = 0
    for number in range(2_000_000):
        if number % 3:
            continue
        total += number
    return total


async def case_else():
    total = 0
    for number in range(5_000_000):
        total ^= number
    else:
        total += 1
    return total


async def case_descending():
    total = 0
    for number in range(2_000_000, 0, -1):
        total = total * 31 % MODULUS + number
    return total


async def case_steps():
    total = 0
    for number in range(1, 9_000_000, 2):
        total += number
    return total


async def case_on_one_line():
    total = 0
    for number in range(5_000_000): total += number
    return total


async def case_with_comments():
    total = 0
    # Each one twice.
    for number in range(2_000_000):  # all of them
        # A comment first.
        total += number * 2
    return total


async def case_with_strings():
    text = """
  two
    lines"""
    length = 0
    for number in range(1_500_000):
        length += len(
            """
 in a string
   of its own"""
        ) + number % len(text)
    return length


async def case_module_function():
    total = 0
    for number in range(4_000_000):
        total += step(number)
    return total


def step(number):
    return math.isqrt(number) % 3


async def case_module_table():
    total = 0
    for number in range(1_500_000):
        total += TABLE["a"] * number + TABLE["b"]
    return total


async def case_error():
    total = 0
    for number in range(2_000_000):
        total += 10 // (1_999_999 - number)
    return total


async def case_error_is_caught():
    total = 0
    try:
        for number in range(2_000_000):
            total += 10 // (1_999_999 - number)
    except ZeroDivisionError as error:
        return str(error)
    return total


async def case_local_containers():
    words = ["one", "two", "three"]
    longest = ""
    for number in range(1_500_000):
        word = words[number % 3]
        if len(word) > len(longest):
            longest = word
    return longest


async def case_inside_if(flag=True):
    total = 0
    if flag:
        for number in range(5_000_000):
            total += number
    return total


async def case_inside_loop():
    totals = []
    for factor in (2, 3):
        total = 0
        for number in range(1_500_000):
            total += number * factor
        totals.append(total)
    return totals


async def case_in_a_method():
    return await Sums(4).run()


class Sums:
    def __init__(self, factor):
        self.factor = factor

    async def run(self):
        factor = self.factor
        total = 0
        for number in range(5_000_000):
            total += number % factor
        return total


async def case_attribute():
    return await Held().run()


class Held:
    count = 0

    async def run(self):
        for number in range(5_000_000):
            self.count += number & 1
        return self.count


async def case_sum():
    return sum(number**2 for number in range(4_000_000))


async def case_sum_in_the_middle(offset=4):
    return offset + sum(number % 9 for number in range(1_500_000)) * 2


async def case_list():
    return len([number for number in range(2_000_000) if number % 3 == 0])


async def case_dictionary():
    return {number % 4: number for number in range(1_500_000)}


async def case_set():
    return sorted({number % 6 for number in range(2_000_000)})


async def case_any():
    return any(number * number == 3_999_999_999_999 for number in range(2_000_000))


async def case_max_with_key(factor=3):
    return max(number * factor % MODULUS for number in range(1_500_000))


async def case_counted():
    return sorted(Counter(number % 5 for number in range(1_500_000)).items())


async def case_product():
    return sum(x * y % 5 for x, y in product(range(1_200), range(1_200)))


if __name__ == "__main__":
    support.run(globals())
