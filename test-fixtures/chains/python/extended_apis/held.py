from named import Client


async def handler(url, client: Client):
    client.http.get(url)
#   ^^^^^^^^^^^^^^^ blocking-call requests.Session#get warning
