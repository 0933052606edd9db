import fs from 'node:fs'

export async function lines() {
  const all = []
  fs.readFileSync('a.txt', 'utf8').split('\n').forEach((line) => all.push(line))
  fs.unlinkSync('a.txt')
  return all
}
