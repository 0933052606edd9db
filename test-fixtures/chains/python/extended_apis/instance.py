from net import session as shared


async def handler(url):
    shared.get(url)
#   ^^^^^^^^^^ blocking-call requests.Session#get warning
