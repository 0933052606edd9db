/** Holds the house together: who may import whom, who may touch the disk, and how long a file gets. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ts } from "ts-morph";
