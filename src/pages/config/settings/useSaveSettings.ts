import { useState } from 'react';
import type { AppSettings } from '../../../domain/record/settings';
import type { Failure } from '../../../grafana/outcome';
import { readPluginSettings, savePluginSettings } from '../../../grafana/pluginSettings';
import { useSend } from '../../../storage/react/NearMissStoreProvider';

export type Saving =
  | { is: 'idle' }
  | { is: 'running' }
  | { is: 'saved' }
  | { is: 'failed'; failure: Failure }
  /** Somebody else saved in between; theirs would be lost. */
  | { is: 'overtaken'; theirs: AppSettings };

interface SaveSettings {
  saving: Saving;
  /** Saves unless what is stored is no longer `base`; true when it was stored. */
  save: (settings: AppSettings, base: AppSettings) => Promise<boolean>;
  forget: () => void;
}

/** Grafana stores the settings as one object without a version, so what is there is compared before it is replaced. */
export function useSaveSettings(): SaveSettings {
  const send = useSend();
  const [saving, setSaving] = useState<Saving>({ is: 'idle' });
  const save = async (settings: AppSettings, base: AppSettings) => {
    setSaving({ is: 'running' });
    const stored = await readPluginSettings(send);
    if (stored.ok && !sameSettings(stored.value, base)) {
      setSaving({ is: 'overtaken', theirs: stored.value });
      return false;
    }
    const outcome = stored.ok ? await savePluginSettings(send, settings) : stored;
    setSaving(outcome.ok ? { is: 'saved' } : { is: 'failed', failure: outcome.failure });
    return outcome.ok;
  };
  return { saving, save, forget: () => setSaving({ is: 'idle' }) };
}

export function sameSettings(a: AppSettings, b: AppSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
