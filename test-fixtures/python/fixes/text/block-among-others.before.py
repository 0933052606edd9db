import asyncio
import json


class Settings:
    async def load(self, path: str) -> dict:
        # The newest ones.
        with open(path, encoding="utf-8") as file:  # text
            data = json.load(file)
            # Old files have no version.
            version = data.get("version", 1)

        await asyncio.sleep(0)
        return {**data, "version": version}
