/** Numbers met so far, each once, cheap to forget: for sums over few of many strata or PSUs. */
export class Touched {
  readonly list: number[] = []
  private readonly met: Uint8Array

  constructor(size: number) {
    this.met = new Uint8Array(size)
  }

  add(i: number): void {
    if (this.met[i] === 1) return
    this.met[i] = 1
    this.list.push(i)
  }

  /** Forgets all, and says how many there were. */
  clear(): number {
    const count = this.list.length
    for (const i of this.list) this.met[i] = 0
    this.list.length = 0
    return count
  }
}
