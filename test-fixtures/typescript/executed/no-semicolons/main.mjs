// A program without semicolons: a line that begins with a parenthesis would go on from the line before.
// rewrites: 20
import fs from 'node:fs'
import { execSync } from 'node:child_process'

async function lines() {
  const out = []
  fs.writeFileSync('a.txt', 'one\ntwo\n')
  const log = console.log
  fs.readFileSync('a.txt', 'utf8').split('\n').forEach((line) => out.push(line))
  let last = out.length
  fs.statSync('a.txt').isFile() && last++
  last++
  execSync('echo three').toString().split('').forEach((letter) => out.push(letter))
  const name = `a.txt`
  execSync('echo four', { encoding: 'utf8' }).concat(name)
  if (out.length > 3) fs.readdirSync('.').forEach((entry) => log(entry))
  else fs.readdirSync('.').sort()
  for (const entry of out) log(entry)
  { fs.readFileSync(name)[0] }
  fs.readFileSync(name)[0]
  return last
}

async function branches(count) {
  const seen = []
  if (count > 1) seen.push('if')
  fs.statSync('a.txt').isFile() && seen.push('after if')
  if (count > 5) seen.push('never')
  else seen.push('else')
  fs.statSync('a.txt').isFile() && seen.push('after else')
  for (const word of ['for']) seen.push(word)
  fs.statSync('a.txt').isFile() && seen.push('after for')
  while (count-- > 1) seen.push('while')
  fs.statSync('a.txt').isFile() && seen.push('after while')
  label: seen.push('label')
  fs.statSync('a.txt').isFile() && seen.push('after label')
  do seen.push('do')
  while (count++ < 0)
  fs.statSync('a.txt').isFile() && seen.push('after do')
  const then = function () {}
  fs.statSync('a.txt').isFile() && seen.push('after a function')
  switch (count) {
    default:
      seen.push('case')
      fs.statSync('a.txt').isFile() && seen.push('after case')
  }
  let later
  fs.statSync('a.txt').isFile() && seen.push(typeof later, typeof then)
  if (count > 0) {
    seen.push('block')
  }
  fs.statSync('a.txt').isFile() && seen.push('after block')
  return seen
}

console.log(await lines(), await branches(3))
const pick = async () => fs.readFileSync('a.txt', 'utf8').length
console.log(await pick())
