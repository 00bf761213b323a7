/** The sentences that teach each command, as the program is taught them. */
import { loadCommands } from '../../src/assistant/load-commands.ts'

const commands = await loadCommands()

export const taught = commands.map(({ name, sentences, acts }) => ({ name, sentences, acts: acts === true }))
