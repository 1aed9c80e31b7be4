/** The study file of the benchmark, for any number of waves. */
const ITEMS = Array.from({ length: 11 }, (_, i) => `item${i + 1}: dj${i + 1}`).join(', ')

/** @param {readonly (readonly [number, string])[]} waves year and data file */
export function studyFile(waves) {
  return `title: Benchmark (synthetic data)
by: [sex, age, [age, sex], municipality]
standard: [first-wave, nl-2020]
waves:
${waves.map(waveEntry).join('')}`
}

function waveEntry([year, file]) {
  return `  - source: microdata
    name: benchmark
    wave: "${year}"
    files: [${JSON.stringify(file)}]
    fieldwork: [${year}-09-01, ${year}-12-15]
    scale: djg11
    columns: { id: id, weight: weight, stratum: stratum, age: age, sex: sex, municipality: gm, ${ITEMS} }
    codes: { yes: [1], moreOrLess: [2], no: [3], missing: [9], sex: { male: 1, female: 2 } }
`
}
