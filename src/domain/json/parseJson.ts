type Parsed = { ok: true; value: unknown } | { ok: false; reason: string };

/** What a text holds as JSON, or why it holds none; never throws. */
export function readJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: String(error) };
  }
}

/** The same where no reason is asked for: null for a text that is cut off, of something else, or not there at all. */
export function parseJson(text: string | null): unknown {
  const parsed = readJson(text ?? 'null');
  return parsed.ok ? parsed.value : null;
}
