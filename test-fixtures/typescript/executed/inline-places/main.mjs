// Where the call stands: the loop goes in front of its statement, or there is none.
// rewrites: 29
import fs from 'node:fs'
import path from 'node:path'

const root = 'notes'
fs.mkdirSync(`${root}/old`, { recursive: true })
for (const name of ['a', 'b', 'c']) fs.writeFileSync(path.join(root, name), name.repeat(3))
const names = Object.keys({ a: 1, b: 2, c: 3 })
const read = async (...files) => files.map((file) => fs.readFileSync(path.join(root, file), 'utf8')).join('+')
const remove = async (...files) => files.forEach((file) => fs.rmSync(path.join(root, file), { force: true }))

async function statements(flag) {
  if (names.some((name) => fs.existsSync(path.join(root, name)))) console.log('some')
  else if (names.every((name) => !fs.existsSync(name))) console.log('none')
  if (flag) return names.filter((name) => fs.existsSync(path.join(root, name)))
  for (const text of names.map((name) => fs.readFileSync(path.join(root, name), 'utf8'))) console.log(text)
  switch (names.findIndex((name) => fs.existsSync(path.join(root, name)))) {
    case 0:
      names.forEach((name) => console.log(fs.statSync(path.join(root, name)).size))
  }
  fs.readdirSync(root).filter((name) => fs.statSync(path.join(root, name)).isFile()).forEach((name) => console.log(name))
  throw new Error(names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')).join())
}

async function expressions(flag) {
  const log = (...all) => all.join()
  const chosen = flag ? names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')) : []
  const both = flag && names.every((name) => fs.existsSync(path.join(root, name)))
  const kept = flag ? names.filter((name) => fs.existsSync(path.join(root, name))) : null
  const one = flag ? names.find((name) => fs.existsSync(path.join(root, name))) : null
  const where = flag ? names.findIndex((name) => fs.existsSync(path.join(root, name))) : -1
  const flat = flag ? names.flatMap((name) => [...fs.readFileSync(path.join(root, name), 'utf8')]).length : 0
  const logged = log('before', names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')), Date.length)
  const object = { fixed: 1, texts: names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')), more: 2 }
  const count = `${names.filter((name) => fs.existsSync(path.join(root, name))).length} files`
  let joined
  joined = names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')).join().length + 1
  const negative = !names.some((name) => fs.existsSync(name))
  return { chosen, both, kept, one, where, flat, logged, object, count, joined, negative }
}

async function nested() {
  const folders = [root, `${root}/old`]
  const sizes = folders.map((folder) => fs.readdirSync(folder).map((name) => fs.statSync(path.join(folder, name)).isFile()))
  const all = []
  folders.forEach((folder) => {
    const entries = fs.readdirSync(folder)
    const kinds = entries.map((name) => fs.statSync(path.join(folder, name)).isDirectory())
    all.push([folder, ...kinds])
  })
  fs.writeFileSync(`${root}/all`, names.map((name) => fs.readFileSync(path.join(root, name), 'utf8')).join('\n'))
  return { sizes, all, text: fs.readFileSync(`${root}/all`, 'utf8') }
}

await statements(false).catch((error) => console.log(error.message))
console.log(await statements(true), await expressions(true), await expressions(false), await nested())
console.log(await read('a', 'b'), await remove('a', 'b'), fs.readdirSync(root))
