// fix: Make
// fixes: 1
import fs from 'node:fs'

const text = (path) => fs.readFileSync(path, 'utf8')
const upper = path => text(path).toUpperCase()
const letters = function (path) { return [...text(path)] }

async function main() {
  const a = upper('main.txt')
  ;[1].forEach((one) => console.log(one, a))
  letters('main.txt').reverse().forEach((letter) => console.log(letter))
  const object = { upper: upper('main.txt'), [text('main.txt')]: !text('main.txt') }
  console.log(object, -text('main.txt').length, typeof text('main.txt'))
  if (text('main.txt') === 'four' && upper('main.txt')) console.log(`${upper('main.txt')}!`)
  for (const letter of letters('main.txt')) console.log(letter)
  await Promise.resolve().then(() => console.log(upper('main.txt')))
  return text('main.txt') + text('main.txt')
}

main().then(console.log)
