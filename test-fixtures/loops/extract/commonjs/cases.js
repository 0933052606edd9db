'use strict'
// run: node
// fixes: 6
const path = require('path')
const { createHash } = require('crypto')

/** A parser's state. */
const LETTERS = ['a', 'b', 'c']

function weight(letter) {
  return LETTERS.indexOf(letter) + 1
}

async function digests() {
  const parts = [1, 2, 3]
  let hash = parts.join()
  for (let i = 0; i < 1e8; i++) {
    if (i % 1e7 === 1) hash = createHash('sha256').update(hash).digest('hex')
  }
  return path.basename(`/tmp/${hash}`)
}

async function weighs() {
  let sum = 0
  let last = ''
  for (let i = 0; i < 4e7; i++) {
    last = LETTERS[i % 3]
    sum += weight(last)
  }
  return [sum, last, weight('c')]
}

async function listens() {
  const seen = { odd: 0, even: 0 }
  for (let i = 0; i < 1e8; i++) seen[i % 2 === 0 ? 'even' : 'odd'] += 1
  return seen
}

async function each() {
  const found = []
  found.push(Array.from({ length: 4e6 }, (_, i) => i % 100).filter((row, i) => row > 98 && i % 1e6 === 99).length)
  return found
}

async function throwsText() {
  for (let i = 0; i < 1e9; i++) if (i % 3 === 1 && i > 2e8) throw new TypeError('at ' + i)
}

async function again() {
  const results = []
  for (const factor of [1, 2]) {
    let sum = 0
    for (let i = 0; i < 5e7; i++) sum += (i % 5) * factor
    results.push(sum)
  }
  return results
}

module.exports = { digests, weighs, listens, each, throwsText, again }
