/** A page as text that a reviewer can read: headings, lists and tables in Markdown's manner, figures left out. */
export function pageText(page: string): string {
  const body = page
    .slice(page.indexOf('<body>'))
    .replace(
      /<figure[\s\S]*?<\/figure>/g,
      figure => `\n[${/<span class="label">([^<]*)/.exec(figure)![1]}]\n`,
    )
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<h([1-6])[^>]*>/g, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<caption[^>]*>([\s\S]*?)<\/caption>/g, '\n\n**$1**\n')
    .replace(/<tr[^>]*>/g, '\n|')
    .replace(/<\/t[hd]>/g, ' |')
    .replace(/<t[hd][^>]*>/g, ' ')
    .replace(/<span class="unseen">([^<]*)<\/span>/g, ' ($1)')
    .replace(/<(p|dt|dd|summary|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
  return `${unescaped(body)
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\|\n\n(?=\|)/g, '|\n')
    .replace(/(?<=\n- [^\n]+)\n\n(?=- )/g, '\n')
    .trim()}\n`
}

export function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
