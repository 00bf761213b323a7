import type { CompiledQuery } from 'kysely'
import { dialectOf, type Dialect } from './dialect.ts'
import type { Db } from './schema.ts'

/** Stands for a value while a query is put together. */
class Placeholder {
  readonly name: PropertyKey

  constructor(name: PropertyKey) {
    this.name = name
  }
}

type Placeholders<Values> = { [Name in keyof Values]: Values[Name] }

/**
 * A query on a busy path, put together once for each database and then only given its values: putting one together costs
 * more than SQLite takes to answer it.
 *
 * @example
 * const byId = once((db, { id }: { id: string }) => db.selectFrom('units').selectAll().where('id', '=', id))
 * const units = await byId(db, { id: 'dong-son' })
 */
export function once<Values extends object, Row>(
  build: (db: Db, values: Placeholders<Values>) => { compile(): CompiledQuery<Row> },
): (db: Db, values: Values) => Promise<Row[]> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(name) }) as Placeholders<Values>
  const compiled = new Map<Dialect, CompiledQuery<Row>>()

  return async (db, values) => {
    const dialect = dialectOf(db)
    let query = compiled.get(dialect)
    if (!query) {
      query = build(db, placeholders).compile()
      compiled.set(dialect, query)
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    )
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
