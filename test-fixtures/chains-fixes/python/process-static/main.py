# fix: in a process
# fixes: 2
# A static method has a name that can be imported.
import asyncio
import compileall


class Builder:
    @staticmethod
    def build(path):
        return bool(compileall.compile_file(path, quiet=1))

    async def twice(self, path):
        return Builder.build(path), self.build(path)


async def main():
    print(await Builder().twice("main.py"))


if __name__ == "__main__":
    asyncio.run(main())
