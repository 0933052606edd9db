#!/usr/bin/env python3
# -*- coding: utf-8 -*-
async def ask():
    return input("name? ")
