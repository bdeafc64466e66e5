import { useMemo } from 'react';
import { isObject } from '../../../domain/json/json';
import { parseJson } from '../../../domain/json/parseJson';
import { type AppSettings, readSettings } from '../../../domain/record/settings';
import { useUnfinished } from '../../../storage/react/useUnfinished';

/** Changes nobody saved yet, and the settings they were made to: saving them compares with those. */
interface KeptSettings {
  base: AppSettings;
  typed: AppSettings;
}

interface Keeping {
  /** What was kept last time; null while there is nothing, or only what was typed just now. */
  found: KeptSettings | null;
  keep: (kept: KeptSettings) => void;
  forget: () => void;
}

/** Keeps the form like any unfinished text: a closed tab loses nothing. */
export function useKeptSettings(): Keeping {
  const { text, foundAt, setText, forget } = useUnfinished('configuration', 'settings');
  const found = useMemo(() => (foundAt === null ? null : keptIn(text)), [text, foundAt]);
  return { found, keep: (kept) => setText(JSON.stringify(kept)), forget };
}

function keptIn(text: string): KeptSettings | null {
  const kept = parseJson(text);
  return isObject(kept) ? { base: readSettings(kept.base), typed: readSettings(kept.typed) } : null;
}
