import asyncio
import json


class Settings:
    async def load(self, path: str) -> dict:
        # The newest ones.
        def read_file():
            with open(path, encoding="utf-8") as file:  # text
                data = json.load(file)
                # Old files have no version.
                version = data.get("version", 1)
            return data, version

        data, version = await asyncio.to_thread(read_file)

        await asyncio.sleep(0)
        return {**data, "version": version}
