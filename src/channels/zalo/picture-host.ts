/** Where pictures that people sent have been seen to lie. */
export const PICTURE_DOMAINS = ['zdn.vn', 'zadn.vn']

/**
 * Whether an address is one of Zalo's, so that nobody can make this program call another: over TLS at one of its
 * domains, or at the very host of the API.
 */
export function isZaloFile(address: string, apiRoot: string, domains: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin, port } = new URL(address)
  if (origin === new URL(apiRoot).origin) return true
  return (
    protocol === 'https:' &&
    port === '' &&
    domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  )
}

/** The host of an address, for a log: the rest of it may give access. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '(no address)'
}
