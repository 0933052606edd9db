"""With `loops: "all"`: searches and copies in lists of which nobody knows that they are long, as hints."""


async def unique(rows, ids):
    seen = []
    for id in ids:
#   ^^^^^^^^^^^^^ heavy-loop heavy-loop hint
        if id not in seen:
            for part in id.parts:
                part.add(id)
            seen.append(id)
    names = []
    for row in rows:
#   ^^^^^^^^^^^^^^^ heavy-loop heavy-loop hint
        names = [*names, row.name]
    return seen, names


async def evident(rows, groups):
    names = list(rows)
    for group in groups:
        group.size = 0
        for name in names:
#       ^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
            if names.count(name) > 1:
                group.size += 1
            for other in names:
                group.add(name, other)
