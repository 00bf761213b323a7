/** From hashes of names to the places of the things so named: two numbers a name, so that a country's people fit in a few megabytes. */
export class HashIndex {
  readonly #hashes: Int32Array
  readonly #ids: Int32Array

  /** `ids[i]` is found under `hashes[i]`; several may share a hash. */
  constructor(hashes: readonly number[], ids: readonly number[]) {
    // Hash and position packed into one number sort natively.
    const packed = new Float64Array(hashes.length)
    for (let i = 0; i < hashes.length; i++) packed[i] = ((hashes[i] ?? 0) + 2 ** 31) * 2 ** 20 + i
    packed.sort()
    this.#hashes = new Int32Array(hashes.length)
    this.#ids = new Int32Array(hashes.length)
    for (let i = 0; i < packed.length; i++) {
      const high = Math.floor((packed[i] ?? 0) / 2 ** 20)
      this.#hashes[i] = high - 2 ** 31
      this.#ids[i] = ids[(packed[i] ?? 0) - high * 2 ** 20] ?? 0
    }
  }

  /** Everything under this hash, in the order it was given. */
  find(hash: number): Int32Array {
    let low = 0
    let high = this.#hashes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#hashes[middle] ?? 0) < hash) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < this.#hashes.length && this.#hashes[end] === hash) end++
    return this.#ids.subarray(low, end)
  }
}
