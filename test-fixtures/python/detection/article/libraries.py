"""A new project takes asynchronous libraries, which are awaited."""
import aiosqlite
import httpx


async def load(url, database):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
    async with aiosqlite.connect(database) as connection:
        await connection.execute("insert into pages values (?, ?)", (url, response.text))
        await connection.commit()
        async with connection.execute("select count(*) from pages") as cursor:
            return await cursor.fetchone()


async def load_wrongly(url):
    with httpx.Client() as client:
        return client.get(url)
        #      ^^^^^^^^^^ blocking-call httpx.Client#get warning
