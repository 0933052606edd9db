#!/usr/bin/env python3
# -*- coding: utf-8 -*-

import asyncio


async def ask():
    return await asyncio.to_thread(input, "name? ")
