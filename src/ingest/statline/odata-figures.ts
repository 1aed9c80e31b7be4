/** Whether a text file holds figures in a form of OData, which no survey file resembles. */
import { filePart } from './file-part.ts'
import { recognise } from './recognise.ts'

export function holdsODataFigures(path: string): boolean {
  const recognised = recognise(filePart(path))
  return recognised !== null && ['wide', 'observations'].includes(recognised.part.kind)
}
