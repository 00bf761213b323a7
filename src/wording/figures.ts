/** How figures are written for people, in every reply alike: `86,4%`, `1.250`, `62,5 triệu đồng`, `30/04/2023`. */

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** `1250.5` → `1.250,5` */
export function number(value: number): string {
  return NUMBER.format(value)
}

/** What the catalogs write for the unit of an indicator that is judged, not measured. */
const JUDGED = 'Đạt/Không đạt'

/** A value with the unit of its indicator: `86,4%`, `62,5 triệu đồng/người/năm`. */
export function quantity(value: number, unit: string): string {
  if (unit === JUDGED) return number(value)
  return unit === '%' ? `${number(value)}%` : `${number(value)} ${unit}`
}

/** ISO day → `30/04/2023` */
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-')
  return `${date}/${month}/${year}`
}
