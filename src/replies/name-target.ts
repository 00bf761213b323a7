import type { Catalogs } from '../criteria/catalogs.ts'

/** What people call an indicator (by its code) or a criterion (by its number) of a set; undefined where there is none. */
export function nameTarget(catalogs: Catalogs, set: string, target: string): string | undefined {
  const indicator = catalogs.indicator(set, target)
  if (indicator) return indicator.aliases[0] ?? indicator.name
  return catalogs.criterion(set, Number(target))?.name
}
