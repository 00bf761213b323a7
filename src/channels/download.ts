/**
 * Fetches a file, at most so many bytes.
 *
 * @throws when it is larger, cannot be had, or takes too long; the message holds no address, which may hold a token.
 */
export async function download(url: string, mostBytes: number, timeoutMs = 20_000): Promise<Uint8Array> {
  let response: Response
  try {
    response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  } catch {
    // The error itself is not passed on: it may hold the address.
    throw new Error('no answer')
  }
  if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > mostBytes) throw new Error('larger than allowed')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
