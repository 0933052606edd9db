import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio


async def wait(loop: "asyncio.AbstractEventLoop"):
    await asyncio.sleep(1)
