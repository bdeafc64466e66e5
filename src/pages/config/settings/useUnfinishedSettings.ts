import { useMemo } from 'react';
import { isObject } from '../../../domain/json/json';
import { parseJson } from '../../../domain/json/parseJson';
import { type AppSettings, readSettings } from '../../../domain/record/settings';
import { useUnfinished } from '../../../storage/react/useUnfinished';

/** Changes nobody saved yet, and the settings they were made to: saving them compares with those. */
interface UnfinishedSettings {
  base: AppSettings;
  typed: AppSettings;
}

interface Keeping {
  /** What was kept last time; null while there is nothing, or only what was typed just now. */
  found: UnfinishedSettings | null;
  keep: (unfinished: UnfinishedSettings) => void;
  forget: () => void;
}

/** Keeps the form like any unfinished text: a closed tab loses nothing. */
export function useUnfinishedSettings(): Keeping {
  const { text, foundAt, setText, forget } = useUnfinished('configuration', 'settings');
  const found = useMemo(() => (foundAt === null ? null : keptIn(text)), [text, foundAt]);
  return { found, keep: (unfinished) => setText(JSON.stringify(unfinished)), forget };
}

function keptIn(text: string): UnfinishedSettings | null {
  const unfinished = parseJson(text);
  return isObject(unfinished) ? { base: readSettings(unfinished.base), typed: readSettings(unfinished.typed) } : null;
}
