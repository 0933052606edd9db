"""Loops that call something that computes noticeably long each time around, and give nothing else a turn."""
import asyncio
import difflib

import jinja2
import markdown
from bs4 import BeautifulSoup


async def pages(texts, environment: jinja2.Environment):
    titles = []
    for text in texts:
#   ^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        titles.append(BeautifulSoup(text, "html.parser").title)
    html = [markdown.markdown(text) for text in texts]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    for text in texts:
#   ^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        html.append(environment.from_string(text).render())
    near = [text for text in texts if difflib.SequenceMatcher(None, text, titles[0]).ratio() > 0.9]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    for text in texts:
        html.append(markdown.markdown(text))
        await asyncio.sleep(0)
    for text in texts:
        html.append(text.strip())
    for part in environment.parts():
        html.append(markdown.markdown(part))
    for key in environment.globals.keys():
        html.append(markdown.markdown(key))
    BeautifulSoup(texts[0], "html.parser")
    return titles, html, near


def synchronous(texts):
    return [markdown.markdown(text) for text in texts]
