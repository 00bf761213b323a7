/** A task that is asked for often: it runs once at a time, and once more when it was asked for meanwhile. */
export interface Coalesced {
  (): void
  /** Whether it is running or about to. */
  busy(): boolean
  /** Resolves when it is not running and was not asked for again. */
  settled(): Promise<void>
}

export function coalesce(task: () => Promise<void>, onError: (error: unknown) => void): Coalesced {
  let running: Promise<void> | undefined
  let again = false

  async function runWhileAsked(): Promise<void> {
    while (again) {
      again = false
      await task().catch(onError)
    }
    running = undefined
  }

  function ask(): void {
    again = true
    running ??= runWhileAsked()
  }

  async function settled(): Promise<void> {
    while (running) await running
  }

  return Object.assign(ask, { settled, busy: () => running !== undefined })
}
