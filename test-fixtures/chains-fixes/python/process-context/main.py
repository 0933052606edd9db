# fix: `run_in_executor(process_pool
# fixes: 1
# An existing pool is used, also from a method, and a helper goes along to the module below the imports.
import asyncio
import compileall
from concurrent.futures import ProcessPoolExecutor

process_pool = ProcessPoolExecutor(max_workers=1)


def path_of(name):
    return f"{name}.py"


class Site:
    async def build(self, name):
        """Builds it."""

        def compiles(name):
            return [bool(compileall.compile_file(path_of(name), quiet=1)) for name in [name]]

        return compiles(name)


async def main():
    print(await Site().build("main"))


if __name__ == "__main__":
    asyncio.run(main())
