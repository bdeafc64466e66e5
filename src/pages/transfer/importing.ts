import type { ImportPlan } from '../../domain/transfer/planImport';
import type { FileProblem, ReadExport } from '../../domain/transfer/readExportFile';
import type { ImportResult } from '../../storage/transfer/importNearMisses';
import type { Failure } from '../../grafana/outcome';

/** A file that was chosen and could be read. */
export interface ChosenFile {
  name: string;
  content: ReadExport;
}

/** Where an import stands. Nothing is written before `writing`, and everything but that step can be left at any time. */
export type Importing =
  | { step: 'choosing' }
  | { step: 'broken'; name: string; problem: FileProblem; detail: string }
  | { step: 'comparing'; file: ChosenFile }
  | { step: 'not-compared'; file: ChosenFile; failure: Failure }
  | { step: 'planned'; file: ChosenFile; plan: ImportPlan }
  | { step: 'writing'; file: ChosenFile; written: number; total: number }
  | { step: 'ended'; file: ChosenFile; result: ImportResult; left: number };

export type ImportingAction =
  | { do: 'refuse'; name: string; problem: FileProblem; detail: string }
  | { do: 'compare'; file: ChosenFile }
  | { do: 'fail'; failure: Failure }
  | { do: 'plan'; plan: ImportPlan }
  | { do: 'write'; total: number }
  | { do: 'progress'; written: number }
  | { do: 'end'; result: ImportResult }
  | { do: 'reset' };

/** The next state; an action that does not fit where it stands (a late answer) changes nothing. */
export function importing(state: Importing, action: ImportingAction): Importing {
  switch (action.do) {
    case 'reset':
      return { step: 'choosing' };
    case 'refuse':
      return { step: 'broken', name: action.name, problem: action.problem, detail: action.detail };
    case 'compare':
      return { step: 'comparing', file: action.file };
    case 'fail':
    case 'plan':
    case 'write':
      return 'file' in state ? compared(state.file, action) : state;
    case 'progress':
    case 'end':
      return state.step === 'writing' ? wrote(state, action) : state;
  }
}

function compared(file: ChosenFile, action: Extract<ImportingAction, { do: 'fail' | 'plan' | 'write' }>): Importing {
  switch (action.do) {
    case 'fail':
      return { step: 'not-compared', file, failure: action.failure };
    case 'plan':
      return { step: 'planned', file, plan: action.plan };
    case 'write':
      return { step: 'writing', file, written: 0, total: action.total };
  }
}

function wrote(
  state: Extract<Importing, { step: 'writing' }>,
  action: Extract<ImportingAction, { do: 'progress' | 'end' }>
): Importing {
  if (action.do === 'progress') {
    return { ...state, written: action.written };
  }
  const { result } = action;
  return { step: 'ended', file: state.file, result, left: state.total - result.written };
}
