# fix: in a process
# fixes: 4
# title: Run `check` in a process: `run_in_executor(process_pool, …)`, moved to the module as `check` (unsafe: arguments and result are pickled, and the main module needs `if __name__ == "__main__":`)
# Lambdas become functions of the module.
import asyncio
import compileall
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

process_pool = ProcessPoolExecutor(mp_context=get_context("spawn"))


top = lambda path: bool(compileall.compile_file(path, quiet=1))  # at the top
kept = 1


async def main():
    check = lambda path, *, legacy=False: (
        bool(
            compileall.compile_file(path, quiet=1, legacy=legacy)
        )
    )
    print(check("main.py"), check("main.py", legacy=True))
    print(top("main.py"), kept)
    print((lambda path: bool(compileall.compile_file(path, quiet=1)))("main.py"))


if __name__ == "__main__":
    asyncio.run(main())
    print(multiprocessing.get_start_method())
