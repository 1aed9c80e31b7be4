import { describe, expect, it } from 'vitest'
import { mayHoldOData } from '../../../src/ingest/statline/odata-signs.ts'

describe('the signs of OData in the beginning of a file', () => {
  it.each([
    ['typed v3', '\ufeff"ID";"Marges";"Perioden";"Eenzaam_1"\r\n"0";"MW00000";"2022JJ00";"44.4"\r\n'],
    [
      'v4',
      '\ufeffId;Measure;Kenmerken;Perioden;Value;StringValue;ValueAttribute\n0;M1;T009002;2022JJ00;1,2;;None\n',
    ],
    ['without ID', 'Kenmerken,Perioden,Eenzaam_1\nT009002,2022JJ00,39.9\n'],
    ['as cbsodata writes it', ',ID,Perioden,Eenzaamheid\n0,0,2022,39.9\n'],
    ['UTF-16', Buffer.from('ID;Perioden', 'utf16le').toString('latin1')],
  ])('are found in %s', (_, text) => {
    expect(mayHoldOData(Buffer.from(text))).toBe(true)
  })

  it('are not found in a survey', () => {
    const survey = 'id,year,gm,stratum,weight,Id_huishouden,dj1\n20000001,2020,GM0010,GM0010-1,57.76,7,3\n'
    expect(mayHoldOData(Buffer.from(survey))).toBe(false)
  })
})
