import functools

import disk
from disk import Store, load


async def handler(path, names):
    alias = load
    alias(path)
#   ^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    functools.partial(load, path)()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    (read := load)(path)
    #^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    getattr(disk, "load")(path)
#   ^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    (load if names else load)(path)
    #^^^^^^^^^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    Store().load
    bound = Store().load
    bound(path)
#   ^^^^^ blocking-chain time.sleep via time.sleep (disk.py)
    getattr(disk, names)(path)
    changing = load
    changing = len
    changing(path)
    (load if names else len)(path)
