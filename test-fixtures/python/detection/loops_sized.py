"""Loops whose number of rounds literals tell: as long as the cost model says that they take."""
import collections
import functools
import itertools
import math

LIMIT = 10_000_000
SIDE = 2_000
DATA = list(range(5_000_000))
NAMES = ["a", "b", "c"]


async def counting():
    total = 0
    for i in range(10_000_000):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i in range(10**7):
#   ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i in range(int(1e7)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i in range(LIMIT):
#   ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i in range(1, LIMIT + 1, 2):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i in reversed(range(LIMIT)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i
    for i, j in enumerate(range(LIMIT)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i * j
    for i, j in zip(range(LIMIT), range(LIMIT)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += i * j
    return total


async def counters():
    i = 0
    while i < 10_000_000:
#   ^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        i += 1
    n = LIMIT
    while n > 0:
#   ^^^^^^^^^^^ heavy-loop heavy-loop warning
        n -= 1


async def nested():
    hits = 0
    for x in range(SIDE):
#   ^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        for y in range(SIDE):
            if (x * y) % 7 == 0:
                hits += 1
    for r in range(256):
#   ^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        for g in range(256):
            hits += sum(b * r * g for b in range(256))
    for name in unknown_names():
        for i in range(5_000_000):
#       ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
            hits += len(name) * i
    return hits


def unknown_names():
    return open


async def walks(text):
    return [
        sum(x**2 for x in range(10_000_000)),
#       ^^^ heavy-loop heavy-loop warning
        sum(range(LIMIT)),
#       ^^^ heavy-loop heavy-loop warning
        list(range(10_000_000)),
#       ^^^^ heavy-loop heavy-loop warning
        tuple(range(10_000_000)),
#       ^^^^^ heavy-loop heavy-loop warning
        set(range(10_000_000)),
#       ^^^ heavy-loop heavy-loop warning
        sorted(range(5_000_000), key=lambda x: -x),
#       ^^^^^^ heavy-loop heavy-loop warning
        max(abs(x) for x in range(LIMIT)),
#       ^^^ heavy-loop heavy-loop warning
        min(map(math.sqrt, range(LIMIT))),
#       ^^^ heavy-loop heavy-loop warning
        any(x > LIMIT for x in range(LIMIT)),
#       ^^^ heavy-loop heavy-loop warning
        all(x < LIMIT for x in range(LIMIT)),
#       ^^^ heavy-loop heavy-loop warning
        dict.fromkeys(range(LIMIT)),
#            ^^^^^^^^ heavy-loop heavy-loop warning
        dict((x, x) for x in range(LIMIT)),
#       ^^^^ heavy-loop heavy-loop warning
        ",".join(str(x) for x in range(LIMIT)),
#           ^^^^ heavy-loop heavy-loop warning
        collections.Counter(x % 7 for x in range(LIMIT)),
#                   ^^^^^^^ heavy-loop heavy-loop warning
        functools.reduce(lambda a, b: a * b, range(1, 5_000_000)),
#                 ^^^^^^ heavy-loop heavy-loop warning
        list(filter(str.isdigit, map(str, range(LIMIT)))),
#       ^^^^ heavy-loop heavy-loop warning
    ]


async def comprehensions():
    squares = [x * x for x in range(LIMIT)]
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    table = {x: x * x for x in range(LIMIT)}
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    odd = {x for x in range(LIMIT) if x % 2}
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    pairs = [(x, y) for x in range(SIDE) for y in range(SIDE)]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    return squares, table, odd, pairs


async def combinations():
    tries = 0
    for code in itertools.product("0123456789", repeat=7):
        tries += len(code)
    for code in itertools.product(range(10), repeat=7):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        tries += len(code)
    for order in itertools.permutations(range(10)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        tries += order[0]
    for pair in itertools.combinations(range(5_000), 2):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        tries += pair[0]
    for x in itertools.islice(range(LIMIT), 8_000_000):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        tries += x
    for x in [0] * LIMIT:
#   ^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        tries += x
    return tries


async def kept():
    data = list(range(10_000_000))
#          ^^^^ heavy-loop heavy-loop warning
    total = 0
    for x in data:
#   ^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += x
    for x in DATA:
#   ^^^^^^^^^^^^^ heavy-loop heavy-loop warning
        total += x
    return total


async def small(rows, count):
    total = 0
    for i in range(1_000):
        total += i
    for i in range(100):
        for j in range(100):
            total += i * j
    for i in range(count):
        total += i
    for row in rows:
        total += len(row)
    for i in range(len(rows)):
        total += i
    for name in NAMES:
        total += len(name)
    for x in range(LIMIT, 0):
        total += x
    return total + sum(range(1_000)) + sum(x for x in rows) + len([x for x in rows])


async def lazy():
    # Nothing goes through these.
    squares = (x * x for x in range(LIMIT))
    numbers = range(LIMIT)
    pairs = zip(range(LIMIT), range(LIMIT))
    return squares, numbers, pairs, 5 in range(LIMIT), len(range(LIMIT)), max(LIMIT, 5)


async def left_early(taken):
    for i in range(LIMIT):
        if f"name {i}" not in taken:
            return i
    for i in range(LIMIT):
        if i in taken:
            break
    return next(x for x in range(LIMIT) if x not in taken)


async def handing_out():
    for i in range(LIMIT):
        yield i


async def changed():
    i = 0
    i = len(NAMES)
    while i < 10_000_000:
        i += 1
    limit = LIMIT
    limit = 5
    for j in range(limit):
        i += j
    k = 0
    while k < LIMIT:
        if i:
            k += 1_000_000
    return i


async def shadowed(range, sum):
    for i in range(LIMIT):
        print(i)
    return sum(range(LIMIT))


def never_called():
    for i in range(LIMIT):
        print(i)


async def arrays(np):
    # Not Python's loop.
    return np.arange(LIMIT) ** 2, np.sum(np.arange(LIMIT))
