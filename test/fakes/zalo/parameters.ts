import { badRequest } from './answers.ts'

export type Parameters = Record<string, unknown>

/** Reads what a method is called with, in any of the ways that Zalo takes: query, form, upload or JSON. */
export async function readParameters(query: URLSearchParams, body: Buffer, contentType: string): Promise<Parameters> {
  return { ...Object.fromEntries(query), ...(await readBody(body, contentType)) }
}

async function readBody(body: Buffer, contentType: string): Promise<Parameters> {
  if (body.length === 0) return {}
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(contentType)) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    return Object.fromEntries(form)
  }
  try {
    return JSON.parse(body.toString('utf8')) as Parameters
  } catch {
    throw badRequest('not JSON')
  }
}
