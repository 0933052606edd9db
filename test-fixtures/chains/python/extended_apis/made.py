from net import connect


async def handler(url):
    connect().get(url)
#             ^^^ blocking-call requests.Session#get warning
