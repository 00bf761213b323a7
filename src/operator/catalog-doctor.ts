import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { loadCatalogs } from '../world/load-catalogs.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

/** Which thresholds were not checked against the decision, and so decide nothing. */
export function examineCatalogs(): Finding[] {
  try {
    return loadCatalogs().all().map(lookAtSet)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [bad(`bộ tiêu chí hỏng: ${reason}`, `a criteria set is broken: ${reason}`)]
  }
}

function lookAtSet({ id, short_name, complete, criteria }: CriteriaSet): Finding {
  const indicators = criteria.flatMap((criterion) => criterion.indicators)
  const open = indicators.filter(({ threshold_status }) => threshold_status !== 'document')
  if (!complete)
    return doubtful(
      `${short_name} (${id}): chưa có danh sách chỉ tiêu, nên không tự tính được đạt hay chưa đạt`,
      `${id}: the list of indicators is not there yet, so nothing is decided by it`,
    )
  if (open.length === 0)
    return good(`${short_name} (${id}): mọi ngưỡng đã đối chiếu với quyết định`, `${id}: every threshold was checked`)
  const codes = open.map(({ code }) => code)
  const list = `${codes.slice(0, 12).join(', ')}${codes.length > 12 ? ', …' : ''}`
  return doubtful(
    `${short_name} (${id}): ${open.length}/${indicators.length} chỉ tiêu có ngưỡng chưa đối chiếu, bot không tự kết luận theo đó: ${list}. Đối chiếu với quyết định, xem docs/catalogs.md`,
    `${id}: thresholds of ${open.length}/${indicators.length} indicators were not checked, and decide nothing: ${list}. Check them against the decision, see docs/catalogs.md`,
  )
}
