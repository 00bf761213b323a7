import type { Criterion, CriteriaSet, Indicator } from './criteria-set.ts'

export interface Catalogs {
  all(): CriteriaSet[]
  get(id: string): CriteriaSet | undefined
  criterion(setId: string, no: number): Criterion | undefined
  indicator(setId: string, code: string): Indicator | undefined
  criterionOf(setId: string, code: string): Criterion | undefined
}
export interface CatalogProblem { file: string; path: string; reason: string }
export function readCatalogs(files: readonly { file: string; text: string }[]): { ok: true; catalogs: Catalogs } | { ok: false; problems: CatalogProblem[] } {
  const sets = new Map(files.map(({ text }) => { const s = JSON.parse(text) as CriteriaSet; s.aliases ??= []; for (const c of s.criteria) c.aliases ??= []; return [s.id, s] }))
  const criterion = (id: string, no: number) => sets.get(id)?.criteria.find((c) => c.no === no)
  return { ok: true, catalogs: { all: () => [...sets.values()], get: (id) => sets.get(id), criterion, indicator: (id, code) => sets.get(id)?.criteria.flatMap((c) => c.indicators).find((i) => i.code === code), criterionOf: (id, code) => criterion(id, Number(code.split('.')[0])) } }
}
