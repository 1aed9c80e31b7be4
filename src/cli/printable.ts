/** Texts come from data files too: no control character of theirs reaches the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
