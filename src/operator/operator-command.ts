/** A subcommand of `ntm`, the operator's tool. */
export interface OperatorCommand {
  /** As it is typed after `ntm`: `import`, `catalog check`. */
  name: string
  /** What follows the name. */
  usage: string
  /** What it does, in one line, to the operator. */
  summary: string
  /**
   * @param args what was typed after the name.
   * @returns the exit status: 0 when all is well.
   * @throws with one line on what is wrong.
   */
  run(args: string[]): Promise<number>
}
