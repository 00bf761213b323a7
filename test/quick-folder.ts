import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const ROOM = 2 ** 30

/** Where what has to survive no power cut is kept: in memory where there is room, since a wait for the disk is most of a turn. */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ROOM ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}
