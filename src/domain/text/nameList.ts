const NEEDS_QUOTES = /^"|[,;\n]/;

/** Names as people write a list (`cart, mail`), one with a separator inside in quotes: `"Payments, EU"`. `namesIn` reads it back. */
export function nameList(names: readonly string[], separator: ',' | ';' = ','): string {
  return names
    .map((name) => (NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name))
    .join(`${separator} `);
}

const NAME = /\s*"((?:[^"]|"")*)"\s*(?=[,\n]|$)|([^,\n]+)/g;

/** The names of a list, trimmed, each once; separated by commas or line ends, but where it stands in quotes. */
export function namesIn(text: string): string[] {
  const names = Array.from(text.matchAll(NAME), ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
}
