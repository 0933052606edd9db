# fix: in a process
# fixes: 2
# title: Run `build` in a process: `anyio.to_process.run_sync`, moved to the module as `build` (unsafe: arguments and result are pickled)
# The processes of anyio, under asyncio and under trio.
import compileall
import sys

import anyio


async def main(limit):
    def build(path, *, depth):
        return bool(compileall.compile_dir(path, maxlevels=depth, quiet=1))

    print(build(".", depth=limit))
    print([build(path, depth=0) for path in ["."]])


if __name__ == "__main__":
    for backend in ("asyncio", "trio"):
        anyio.run(main, 1, backend=backend)
    sys.stdout.flush()
