from walk import even, walk


async def handler(path):
    even(3)
    walk(path)
#   ^^^^ blocking-chain time.sleep via _visit (walk.py), time.sleep (walk.py)
    countdown(2)


def countdown(left):
    return 0 if left == 0 else countdown(left - 1)
