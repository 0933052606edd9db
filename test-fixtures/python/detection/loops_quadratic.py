"""Loops that go through something again for each of its elements: how long that takes, what they are given says."""
import enum
import itertools

import pandas as pd

COLOURS = ["red", "green", "blue"]


class Side(enum.Enum):
    LEFT = 1
    RIGHT = 2


async def pairs(rows):
    for a in rows:
#   ^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for b in rows:
            print(a, b)
    for i, a in enumerate(rows):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for b in rows[i + 1 :]:
            print(a, b)
    for i in range(len(rows)):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for j in range(i + 1, len(rows)):
            print(i, j)
    for a, b in itertools.product(rows, rows):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        print(a, b)
    for a, b in itertools.product(rows, repeat=2):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        print(a, b)
    found = [(a, b) for a in rows for b in rows if a != b]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    return found, [sum(b == a for b in rows) for a in rows], {a: max(rows) for a in rows}
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information


async def conditional(rows):
    for a in rows:
        if a.parent is not None:
            for b in rows:
                if b.id == a.parent:
                    a.parent = b
                    break


async def unique(rows):
    seen = []
    for row in rows:
        if row not in seen:
            seen.append(row)
    return seen


async def searched(rows, known: list[str]):
    items = list(rows)
    for item in items:
        print(items.index(item))
    for item in items:
        if items.count(item) > 1:
            print(item)
    for name in known:
        if known.count(name) > 1:
            print(name)
    names = sorted(rows)
    for row in rows:
        names.append(row)
        if names.count(row) > 1:
            names.remove(row)


async def queued(start):
    queue = [start]
    while queue:
        node = queue.pop(0)
        queue.extend(node.children)


async def in_front(rows):
    results = []
    for row in rows:
        results.insert(0, row)
    return results


async def made_anew(rows, frames):
    names = []
    for row in rows:
        names = names + [row.name]
    for row in rows:
        names = [*names, row.name]
    table = {}
    for row in rows:
        table = {**table, row.id: row}
    frame = pd.DataFrame()
    for part in frames:
#   ^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        frame = pd.concat([frame, part])
    return names, table, frame


class Store:
    async def pairs(self):
        return [(a, b) for a in self.rows for b in self.rows]


async def bounded(rows, sides):
    for a in COLOURS:
        for b in COLOURS:
            print(a, b)
    for a in Side:
        for b in Side:
            print(a, b)
    for a in (1, 2, 3):
        for row in rows:
            print(a, row)
    few = [1, 2, 3]
    for a in few:
        for b in few:
            print(a, b)
    seen = []
    for colour in COLOURS:
        if colour not in seen:
            seen.append(colour)
    for i in range(8):
        for j in range(8):
            print(i, j)
    for a, b in itertools.product(COLOURS, COLOURS):
        print(a, b)


async def of_each(rows):
    for row in rows:
        for cell in row:
            print(cell)
        for cell in row.cells:
            print(cell)
        for child in row.children.rows:
            print(child)


async def one_after_the_other(rows):
    for row in rows:
        print(row)
    for row in rows:
        print(row)
    return [row for row in rows], [row for row in rows]


async def hashed(rows, unknown):
    seen = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
    table = {}
    for row in rows:
        if row not in table:
            table[row] = 1
    for row in rows:
        if row not in unknown:
            unknown.append(row)
    names = {row.name for row in rows}
    return [row for row in rows if row.name in names]


async def anew_each_time(rows):
    for row in rows:
        seen = []
        for cell in row:
            seen.append(cell)
        print(seen)
    for row in rows:
        text = ""
        text += row
        print(text)


async def once(rows):
    for row in rows:
        if row.broken:
            for other in rows:
                print(other)
            return
    for row in rows:
        if row.broken:
            print([other for other in rows])
            break
    found = False
    order = []
    for row in rows:
        if row.first and not found:
            found = True
            order.insert(0, row)
        else:
            order.append(row)
    return order


async def waiting(rows, send):
    for a in rows:
        for b in rows:
            await send(a, b)
    seen = []
    for a in rows:
        if a not in seen:
            seen.append(a)
            await send(a)


async def rebound(rows):
    for row in rows:
        rows = row.children
        for child in rows:
            print(child)


def synchronous(rows):
    return [(a, b) for a in rows for b in rows]


async def last(stack, rows):
    nodes = list(stack)
    while nodes:
        node = nodes.pop()
        nodes.extend(node.children)
    rest = list(rows)
    rest.pop(0)
    rest.insert(0, 1)
    return rest.index(1)
