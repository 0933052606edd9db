"""All of a list for each of its elements: told where the text shows that it is input, and each element surely meets all of it."""
import json

import aiofiles


async def given(states, request):
    for state in states:
#   ^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        state.others.update({other.name: other for other in states})
    for a in request.body.rows:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for b in request.body.rows:
            a.add(b)


async def waited_for(session, path):
    edges = await session.fetch("SELECT * FROM edges")
    for a in edges:
#   ^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for b in edges:
            a.add(b)
    vectors = []
    for edge in edges:
        vectors.append(edge.vector)
    pairs = [(a, b) for a in vectors for b in vectors]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    points = sorted(json.loads(path))
    for i, a in enumerate(points):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        for b in points[i + 1 :]:
            a.add(b)
    return pairs


async def lines_of_file(path):
    async with aiofiles.open(path) as file:
        lines = (await file.read()).splitlines()
    seen = []
    for line in lines:
#   ^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        if line not in seen:
            seen.append(line)
    rows = sorted(lines)
    for row in rows:
#   ^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        if rows.count(row) > 1:
            seen.append(row)
    return seen


async def described(metadata, columns, record, load):
    """A few entries each, however they are named."""
    names = []
    for column in columns:
        if column.name not in names:
            names.append(column.name)
    keys = list(await load(record))
    for key in keys:
        print(keys.index(key))
    for a in record.values():
        for b in record.values():
            a.add(b)
    for group in metadata.groups:
        for a in group.members:
            for b in group.members:
                a.add(b)
    for a in record.schema.table.columns:
        for b in record.schema.table.columns:
            a.add(b)
    return names


async def rarely(actions):
    """All of them again for those alone that are something special."""
    for action in actions:
        if action.end is None:
            for other in actions:
                action.end = other.end
    for action in actions:
        if not action.is_root:
            continue
        for other in actions:
            other.root = action
    return [(a, b) for a in actions if a.is_root for b in actions]


async def at_the_front(rows, start):
    """Elements of a list move 10,000 times in 8 ms, those of an array of JavaScript in 3 ms."""
    newest = []
    for row in rows:
        newest.insert(0, row)
    queue = [start]
    while queue:
        queue.extend(queue.pop(0).children)
    return newest


class Store:
    async def link(self):
        for a in self.fields:
            for b in self.fields:
                a.add(b)
