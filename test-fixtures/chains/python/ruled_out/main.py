from functools import partial

from save import Store, asked, both, load, read, run, save, settled

save_now = partial(save, "here", True)


async def quiet(path, store: Store):
    """Calls whose arguments, or those that they leave out, keep what blocks from running."""
    save(path)
    save(path, False)
    save(path, sync=None)
    load(path)
    read(path)
    both(path)
    both(path, b=False, a=True)
    store.flush()
    asked(path, 0)
    return Store(path)


async def loud(path, store: Store, flag, options):
    save(path, True)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    save(path, sync=flag)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    save(path, **options)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    load(path, force=True)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    read(path, lazy=False)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    both(path, True)
#   ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    store.flush(True)
#   ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (save.py)
    save_now()
#   ^^^^^^^^ blocking-chain time.sleep via time.sleep (save.py)
    settled(path)
#   ^^^^^^^ blocking-chain time.sleep via time.sleep (save.py)
    asked(path, flag)
#   ^^^^^ blocking-chain time.sleep via time.sleep (save.py)
    list(map(save, [path]))
    #        ^^^^ blocking-chain time.sleep via time.sleep (save.py)
    return Store(path, True)
    #      ^^^^^ blocking-chain time.sleep via time.sleep (save.py)


async def rest(path):
    """Only what is left is told."""
    run(path)
#   ^^^ blocking-chain time.sleep via time.sleep (save.py)
    run(path, True)
#   ^^^ blocking-chain time.sleep via time.sleep (save.py); also subprocess.run
