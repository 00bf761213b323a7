/** From hashes of names to their places in a list: two numbers a name, so that a country's people fit in a few megabytes. */
export class HashIndex {
  readonly #hashes: Int32Array
  readonly #places: Int32Array

  /** The hashes in the order of the list; several places may share one, and 0 stands for none. */
  constructor(hashes: ArrayLike<number>) {
    // Hash and place packed into one number sort natively.
    const packed = new Float64Array(hashes.length)
    for (let i = 0; i < hashes.length; i++) packed[i] = ((hashes[i] ?? 0) + HALF) * MOST_PLACES + i
    packed.sort()
    this.#hashes = new Int32Array(hashes.length)
    this.#places = new Int32Array(hashes.length)
    for (let i = 0; i < packed.length; i++) {
      const high = Math.floor((packed[i] ?? 0) / MOST_PLACES)
      this.#hashes[i] = high - HALF
      this.#places[i] = (packed[i] ?? 0) - high * MOST_PLACES
    }
  }

  /** Every place under this hash, in the order of the list. */
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
    return this.#places.subarray(low, end)
  }
}

const HALF = 2 ** 31
/** So many places fit beside a hash in a number's 53 bits. */
const MOST_PLACES = 2 ** 21
