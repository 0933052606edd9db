# requests, where httpx is at hand.
# rewrites: 11
# native: AsyncClient
# native fixes: 9
# stalls: slow answers
import asyncio

import httpx
import requests

import support
import support_http

URL = support_http.serve()
support_http.warm_up(URL)


async def case_get():
    response = requests.get(f"{URL}/slow", timeout=5, verify=False)
    response.raise_for_status()
    return response.text, response.ok, response.reason


async def case_json():
    return requests.get(f"{URL}/json", params={"a": 1, "b": "ü"}, verify=False).json()


async def case_post():
    return requests.post(f"{URL}/echo", data={"a": "1"}, headers={"X-Given": "x"}, auth=("user", "word"), verify=False).text


async def case_put_json():
    response = requests.put(
        f"{URL}/echo",
        headers={"X-Given": "lines"},
        cookies={"a": "b"},
        timeout=3,
        verify=False,
    )
    await asyncio.sleep(0)
    return response.content, response.status_code


async def case_redirect():
    return requests.get(f"{URL}/redirect", verify=False).text


async def case_no_redirect():
    response = requests.get(f"{URL}/redirect", allow_redirects=False, verify=False)
    return response.status_code, response.headers["Location"]


async def case_head():
    return requests.head(f"{URL}/redirect", verify=False).status_code, httpx.codes.OK


async def case_dropped():
    requests.delete(f"{URL}/text", verify=False)
    return requests.request("PATCH", f"{URL}/echo", verify=False).text


async def case_errors_stay():
    try:
        return requests.get("http://127.0.0.1:1/").text
    except requests.ConnectionError as error:
        return type(error).__name__


async def case_response_leaves():
    async def fetch():
        return requests.get(f"{URL}/text")

    return (await fetch()).text


if __name__ == "__main__":
    support.run(globals())
