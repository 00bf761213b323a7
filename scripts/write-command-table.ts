/** Writes README's table of commands from `commands/`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadCommands } from '../src/assistant/load-commands.ts'
import { loadWording } from '../src/wording/load-wording.ts'
import { withCommandTable } from './command-table.ts'

const readme = new URL('../README.md', import.meta.url)
writeFileSync(readme, withCommandTable(readFileSync(readme, 'utf8'), await loadCommands(), loadWording('vi')))
