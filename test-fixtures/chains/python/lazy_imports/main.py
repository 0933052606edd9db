async def handler(url):
    from net import fetch, later

    fetch(url)
#   ^^^^^ blocking-chain requests.get via requests.get (net.py)
    await later(url)

    def load():
        import net as network

        return network.fetch(url)

    load()
#   ^^^^ blocking-chain requests.get via fetch (main.py), requests.get (net.py)


async def other(url):
    fetch(url)
    import net

    net.fetch(url)
#   ^^^^^^^^^ blocking-chain requests.get via requests.get (net.py)
