# title: (unsafe: only where it runs under asyncio)
import asyncio
import subprocess
import trio


async def listed():
    return subprocess.run(["ls"], check=True), asyncio, trio
