import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Plain JavaScript for the oldest Node there may be: it runs before anything that needs a newer one.
const WANTED = 24
const major = Number(process.versions.node.split('.')[0])
if (major < WANTED) {
  process.stderr.write(
    'This program needs Node ' +
      WANTED +
      ' or newer; this is ' +
      process.version +
      '. Run "npm ci" here (it brings Node 24 along) and start it with npm: "npm start".\n',
  )
  process.exit(1)
}

// What was made of the TypeScript is kept for the next start, which is twice as quick then and does not load the compiler.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/ntm-bot', import.meta.url)))
