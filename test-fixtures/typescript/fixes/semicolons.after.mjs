import fs from 'node:fs'

export async function lines() {
  const all = []
  ;(await fs.promises.readFile('a.txt', 'utf8')).split('\n').forEach((line) => all.push(line))
  await fs.promises.unlink('a.txt')
  return all
}
