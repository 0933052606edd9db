# Requests that can only go to a thread: sessions, streams, chains.
# rewrites: 11
# stalls: slow answers
import asyncio

import requests

import support
import support_http

URL = support_http.serve()


async def case_fetch():
    return requests.get(f"{URL}/slow").text


async def case_keywords():
    response = requests.post(URL + "/echo", data={"a": "1"}, headers={"X-Given": "x"}, timeout=(3, 5))
    return response.status_code, response.text


async def case_stream():
    return requests.get(f"{URL}/lines", stream=True).content[:6]


async def case_session():
    with requests.Session() as session:
        session.headers["X-Given"] = "session"
        return session.get(f"{URL}/echo").text, session.put(f"{URL}/echo", json=[1]).text


async def case_together():
    async def fetch(path):
        return requests.get(URL + path).status_code

    return await asyncio.gather(fetch("/slow"), fetch("/slow"), fetch("/missing"))


async def case_errors():
    found = []
    for url in ("nothing", "http://127.0.0.1:1/", f"{URL}/missing"):
        try:
            requests.get(url, timeout=2).raise_for_status()
        except requests.RequestException as error:
            found.append(type(error).__name__)
    return found


async def case_request():
    return requests.request("DELETE", f"{URL}/echo").text, requests.head(f"{URL}/text").status_code


async def case_list():
    return [requests.get(URL + path).status_code for path in ("/text", "/missing")]


async def case_redirect():
    response = requests.get(f"{URL}/redirect")
    return response.text, len(response.history), response.url.endswith("/text")


if __name__ == "__main__":
    support.run(globals())
