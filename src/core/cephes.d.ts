/** The functions of Cephes that `distributions.ts` uses; the package's own declarations are not exported. */
declare module 'cephes' {
  const cephes: {
    /** resolves when the WebAssembly is ready; no function may be called before */
    readonly compiled: Promise<void>
    ndtr(x: number): number
    ndtri(p: number): number
    erfc(x: number): number
    /** ln Γ */
    lgam(x: number): number
    incbet(a: number, b: number, x: number): number
    incbi(a: number, b: number, p: number): number
    igamc(a: number, x: number): number
    /** inverse of the complemented incomplete gamma */
    igami(a: number, upper: number): number
  }
  export default cephes
}
