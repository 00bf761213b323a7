import { readCatalogFile, type CatalogFile, type FileProblem } from './catalog-file.ts'
import { wordKey } from './check-aliases.ts'
import { checkSet } from './check-set.ts'
import type { Criterion, CriteriaSet, Indicator } from './criteria-set.ts'
import { extendSet } from './extend-set.ts'

/** The criteria sets that the program knows, each whole: what it extends is merged in. */
export interface Catalogs {
  /** In the order of their files. */
  all(): CriteriaSet[]
  get(id: string): CriteriaSet | undefined
  criterion(setId: string, no: number): Criterion | undefined
  indicator(setId: string, code: string): Indicator | undefined
  /** The criterion that an indicator belongs to; also for a criterion's own number (`17`). */
  criterionOf(setId: string, code: string): Criterion | undefined
}

export interface CatalogProblem {
  file: string
  /** Where in the file: `criteria[16].indicators[4].thresholds.chung`; empty for the file as a whole. */
  path: string
  reason: string
}

interface NamedFile {
  name: string
  file: CatalogFile
}

/** Reads, checks and merges catalog files: all of them, or what is wrong with any of them. Never throws. */
export function readCatalogs(
  files: readonly { file: string; text: string }[],
): { ok: true; catalogs: Catalogs } | { ok: false; problems: CatalogProblem[] } {
  const problems: CatalogProblem[] = []
  const report = (name: string, found: readonly FileProblem[]) =>
    problems.push(...found.map((problem) => ({ file: name, ...problem })))
  const byId = new Map<string, NamedFile>()
  for (const { file: name, text } of files) {
    const read = readCatalogFile(text)
    if (!read.ok) report(name, read.problems)
    else if (byId.has(read.file.id))
      report(name, [{ path: 'id', reason: `${read.file.id} is already the set of ${byId.get(read.file.id)?.name}` }])
    else byId.set(read.file.id, { name, file: read.file })
  }
  const sets = new Map<string, CriteriaSet | undefined>()
  for (const id of byId.keys()) resolve(id, byId, sets, [], report)
  reportSharedNames(byId, report)
  return problems.length === 0
    ? { ok: true, catalogs: catalogsOf([...byId.keys()].flatMap((id) => sets.get(id) ?? [])) }
    : { ok: false, problems }
}

/** Merges a set with what it extends, bases first. Undefined where a base is missing or runs in a circle. */
function resolve(
  id: string,
  byId: ReadonlyMap<string, NamedFile>,
  sets: Map<string, CriteriaSet | undefined>,
  below: readonly string[],
  report: (name: string, problems: readonly FileProblem[]) => void,
): CriteriaSet | undefined {
  const named = byId.get(id)
  if (sets.has(id) || !named) return sets.get(id)
  const { name, file } = named
  if (file.extends === undefined) {
    sets.set(id, file)
    report(name, checkSet(file, file))
    return file
  }
  const chain = [...below, id]
  const circle = chain.includes(file.extends)
  if (circle) report(name, [{ path: 'extends', reason: `runs in a circle: ${[...chain, file.extends].join(' → ')}` }])
  else if (!byId.has(file.extends))
    report(name, [{ path: 'extends', reason: `there is no readable set ${file.extends}` }])
  const base = circle ? undefined : resolve(file.extends, byId, sets, chain, report)
  if (!base) {
    sets.set(id, undefined)
    return undefined
  }
  const merged = extendSet(base, file)
  sets.set(id, merged.set)
  report(name, merged.problems.length > 0 ? merged.problems : checkSet(file, merged.set))
  return merged.set
}

/** A word for a set may stand for one set only. */
function reportSharedNames(
  byId: ReadonlyMap<string, NamedFile>,
  report: (name: string, problems: readonly FileProblem[]) => void,
): void {
  const owners = new Map<string, string>()
  for (const { name, file } of byId.values())
    for (const [i, word] of file.aliases.entries()) {
      const owner = owners.get(wordKey(word)) ?? file.id
      if (owner !== file.id) report(name, [{ path: `aliases[${i}]`, reason: `"${word}" also stands for ${owner}` }])
      owners.set(wordKey(word), owner)
    }
}

function catalogsOf(sets: readonly CriteriaSet[]): Catalogs {
  const indexed = new Map(
    sets.map((set) => {
      const criteria = new Map(set.criteria.map((criterion) => [criterion.no, criterion]))
      const indicators = new Map(
        set.criteria.flatMap((criterion) => criterion.indicators.map((indicator) => [indicator.code, indicator])),
      )
      return [set.id, { set, criteria, indicators }]
    }),
  )
  return {
    all: () => [...sets],
    get: (id) => indexed.get(id)?.set,
    criterion: (id, no) => indexed.get(id)?.criteria.get(no),
    indicator: (id, code) => indexed.get(id)?.indicators.get(code),
    criterionOf(id, code) {
      const found = indexed.get(id)
      const no = Number(code.split('.')[0])
      return found?.indicators.has(code) || String(no) === code ? found?.criteria.get(no) : undefined
    },
  }
}
