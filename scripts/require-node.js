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
