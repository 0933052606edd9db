from box import Box, Plain


async def handler(box: Box, unknown):
    box + 1
#   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    len(box)
    #   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    box["key"]
#   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    box["key"] = 1
#   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    del box["key"]
    #   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    "key" in box
    #        ^^^ blocking-chain time.sleep via time.sleep (box.py)
    "key" not in box
    #            ^^^ blocking-chain time.sleep via time.sleep (box.py)
    str(box)
    #   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    box < Box()
#   ^^^ blocking-chain time.sleep via time.sleep (box.py)
    (Box() + Box()).first()
    #^^^^^ blocking-chain time.sleep via time.sleep (box.py)
    # None of these is ours, or it does nothing.
    len(Plain())
    unknown + 1
    len(unknown)
    box - 1
    1 + box
    box == 1
    str(unknown)


def len_(len, box: Box):
    return len(box)


async def shadowed(box: Box):
    len_(id, box)
