import { useEffect, useReducer, useRef } from 'react';
import { type ImportPlan, planImport } from '../../domain/transfer/planImport';
import { readExportFile } from '../../domain/transfer/readExportFile';
import { partsToWrite } from '../../storage/transfer/importNearMisses';
import { linkTo } from '../../grafana/address';
import type { Transfer } from '../../storage/react/useTransfer';
import { type ChosenFile, importing, type Importing } from './importing';
import type { Place } from '../../domain/record/place';

interface ImportControls {
  state: Importing;
  choose: (file: File) => Promise<void>;
  /** Compares the chosen file once more, after a failure. */
  compare: (file: ChosenFile) => Promise<void>;
  /** Plans against what is there now, then writes; also resumes. */
  start: (file: ChosenFile, place: Place) => Promise<void>;
  cancel: () => void;
  reset: () => void;
}

/** Runs an import. Leaving the page cancels it: what is written stays, and the same file completes it. */
export function useImport({ read, write }: Transfer, onWritten: () => void): ImportControls {
  const [state, dispatch] = useReducer(importing, { step: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };

  /** Always against what is there now: between a dry run and its import, or after a failure, somebody may have written. */
  const planNow = async (file: ChosenFile, signal: AbortSignal, place: Place | null): Promise<ImportPlan | null> => {
    dispatch({ do: 'compare', file });
    const there = await read(signal);
    if (signal.aborted) {
      return null;
    }
    if (!there.ok) {
      dispatch({ do: 'fail', failure: there.failure });
      return null;
    }
    return planImport(file.content, there.value, { link: linkTo, place });
  };

  const compare = async (file: ChosenFile, signal = begin()) => {
    const plan = await planNow(file, signal, null);
    if (plan) {
      dispatch({ do: 'plan', plan });
    }
  };

  const choose = async (chosen: File) => {
    const { name } = chosen;
    const signal = begin();
    const content = await contentOf(chosen);
    if (signal.aborted) {
      return;
    }
    if (content.ok) {
      await compare({ name, content: content.file }, signal);
    } else {
      dispatch({ do: 'refuse', name, problem: content.problem, detail: content.detail });
    }
  };

  const start = async (file: ChosenFile, place: Place) => {
    const signal = begin();
    const plan = await planNow(file, signal, place);
    if (!plan) {
      return;
    }
    dispatch({ do: 'write', total: partsToWrite(plan) });
    const onProgress = (written: number) => dispatch({ do: 'progress', written });
    const result = await write(plan, { place, signal, onProgress });
    dispatch({ do: 'end', result });
    if (result.written > 0) {
      onWritten();
    }
  };

  return {
    state,
    choose,
    compare,
    start,
    cancel: () => running.current?.abort(),
    reset: () => {
      running.current?.abort();
      dispatch({ do: 'reset' });
    },
  };
}

async function contentOf(chosen: File) {
  try {
    return readExportFile(await chosen.text());
  } catch (error) {
    // The browser could not read it: moved meanwhile, or a folder.
    return { ok: false, problem: 'not-json', detail: String(error) } as const;
  }
}
