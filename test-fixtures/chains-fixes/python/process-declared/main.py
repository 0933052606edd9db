# fix: `anyio.to_process.run_sync`
# fixes: 1
# anyio is declared and the file runs under asyncio: its processes are the second way.
import asyncio
import compileall


async def main():
    def build(path):
        return bool(compileall.compile_file(path, quiet=1))

    print(build("main.py"))


if __name__ == "__main__":
    asyncio.run(main())
