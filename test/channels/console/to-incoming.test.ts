import { expect, test } from 'vitest'
import { toIncoming } from '../../../src/channels/console/to-incoming.ts'

const NOT_FILES = [
  ['that is not there', '/no/such/file'],
  ['that is a folder', '/'],
  ['behind a file', '/etc/passwd/x'],
  ['with a name that is too long', 'a'.repeat(5000)],
  ['with a name that no file can have', 'a\0b'],
]

test.each(NOT_FILES)('a file %s is an error of its line', (_, file) => {
  expect(toIncoming({ from: 'ha', file }, [], new Date())).toEqual({ error: `no file ${file}` })
})
