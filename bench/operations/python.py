"""Prints nanoseconds of one operation of each class on this CPython, as JSON. Loop overhead is subtracted."""
import json
import platform
import random
from statistics import median
from time import process_time
from timeit import repeat

COUNT = 1_000_000
REPEATS = 5

SETUP = """
def empty(value): pass
class Point:
    def __init__(self): self.x = 1
    def move(self): pass
point, xs, table, a, f = Point(), [1, 2, 3, 4], {"x": 1}, 12345, 1.5
"""

# One operation a line; a class costs what its middle line costs.
STATEMENTS = {
    "arithmetic": ["a + i", "a * 3", "i % 7", "i < a", "f * i", "i * i", "a - f", "i ** 2", "i // 3"],
    "access": ["xs[2]", "point.x", "table['x']", "xs[1] = i", "point.x = i", "table['x'] = i"],
    "call": ["empty(i)", "point.move()", "len(xs)", "abs(i)", "xs.count(1)"],
    "allocation": ["[i, i]", "(i, a)", "{'x': i}", "f'{i}'", "lambda: i", "str(i)", "{i, a}"],
}

# What native code walks through.
WALKS = {
    "element": ["sum(values)", "list(values)", "max(values)", "set(values)", "list(map(abs, values))", "tuple(values)", "any(map(bool, zeros))"],
    "sorted": ["sorted(shuffled)"],
}


def nanoseconds(statement: str, setup: str, names: dict) -> float:
    """Median of what the statement takes once, in nanoseconds."""
    return median(repeat(statement, setup, process_time, number=1, repeat=REPEATS, globals=names)) * 1e9


def main() -> None:
    names = {"values": range(COUNT), "zeros": [0] * COUNT, "shuffled": random.Random(1).sample(range(COUNT), COUNT)}
    loop = f"for i in range({COUNT}): "
    empty = nanoseconds(loop + "pass", SETUP, names) / COUNT
    per_element = nanoseconds(f"[None for i in range({COUNT})]", SETUP, names) / COUNT
    costs = {"iteration": median([empty, per_element])}
    for operation, statements in STATEMENTS.items():
        costs[operation] = median(nanoseconds(loop + one, SETUP, names) / COUNT - empty for one in statements)
    for operation, walks in WALKS.items():
        costs[operation] = median(nanoseconds(walk, "pass", names) / COUNT for walk in walks)
    print(json.dumps({"version": f"{platform.python_implementation()} {platform.python_version()}", "costs": costs}))


main()
