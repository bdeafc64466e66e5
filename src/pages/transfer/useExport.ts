import { useState } from 'react';
import { saveFile } from '../../components/saveFile';
import { useSpeech } from '../../components/words/useSpeech';
import { type ExportFormat, exportText, type ExportFilter, filterForExport } from '../../domain/transfer/exportText';
import { questionsWith } from '../../domain/record/questions';
import { useSettings } from '../../storage/react/useGrafana';
import type { Failure } from '../../grafana/outcome';
import { linkTo } from '../../grafana/address';
import type { Transfer } from '../../storage/react/useTransfer';

interface Exporting {
  busy: boolean;
  failure: Failure | null;
  /** Name of the last file and how many near misses it holds. */
  saved: { name: string; count: number } | null;
  start: (format: ExportFormat, filter: ExportFilter) => Promise<void>;
}

type State = Omit<Exporting, 'start'>;

const IDLE: State = { busy: false, failure: null, saved: null };

/** Reads everything once more, so that the file is as new as its date says, then saves it. */
export function useExport({ read, origin }: Transfer): Exporting {
  const [state, setState] = useState<State>(IDLE);
  const speech = useSpeech();
  const { settings } = useSettings();
  const questions = questionsWith(settings.extraQuestions);

  const start = async (format: ExportFormat, filter: ExportFilter) => {
    setState({ ...IDLE, busy: true });
    const gathered = await read();
    if (!gathered.ok) {
      setState({ ...IDLE, failure: gathered.failure });
      return;
    }
    const whole = filterForExport(gathered.value.whole, filter, format);
    const { name, type, text } = exportText(format, whole, {
      origin,
      speech,
      link: linkTo,
      questions,
      now: Date.now(),
    });
    saveFile(name, type, text);
    setState({ ...IDLE, saved: { name, count: whole.length } });
  };
  return { ...state, start };
}
