// A program without semicolons: a line that begins with a parenthesis would go on from the line before.
// rewrites: 10
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

console.log(await lines())
const pick = async () => fs.readFileSync('a.txt', 'utf8').length
console.log(await pick())
