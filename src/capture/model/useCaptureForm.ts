import { type RefObject, useRef, useState } from 'react';
import { isStoppedByUnread } from '../../components/fields/isStoppedByUnread';
import { useSpeech } from '../../components/words/useSpeech';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { sureTeam } from '../../domain/record/belongingOffers';
import type { NearMissRecord } from '../../domain/record/record';
import type { AppSettings } from '../../domain/record/settings';
import type { Speech } from '../../domain/story/speech';
import { charactersTooLong } from '../../recording/charactersTooLong';
import { type FormProblems, formProblems } from '../../recording/form/formProblems';
import { type ChosenPlace, usePlace } from '../../recording/usePlace';
import { type RecordingState, useRecording } from '../../recording/useRecording';
import type { UnfinishedForm } from '../../recording/useUnfinishedForm';
import { isRefused } from '../graph/WhyRefused';
import type { PanelCopy } from '../material/copyPanel';
import { capturedRecord } from './capturedRecord';
import { type CaptureModel, useCapture } from './useCapture';
import { useUnfinishedCapture } from './useUnfinishedCapture';

interface Subject {
  panel: PanelCopy;
  series: readonly [PanelSeries, ...PanelSeries[]];
  settings: AppSettings;
  /** Of the panel's dashboard, nearest first; null when they are not known. */
  folders: readonly string[] | null;
}

export interface CaptureFormModel {
  /** Of the near miss to be. */
  id: string;
  speech: Speech;
  capture: CaptureModel;
  chosen: ChosenPlace;
  unfinished: UnfinishedForm;
  /** Back to the proposals, nothing kept. */
  discard: () => void;
  state: RecordingState;
  /** What keeps the words from being saved; empty before somebody tried. */
  problems: FormProblems;
  /** Somebody tried to save a graph that cannot be kept as it is. */
  refused: boolean;
  /** Somebody tried to save before choosing who will read it. */
  unchosen: boolean;
  /** What would be stored now. */
  recorded: () => NearMissRecord;
  keep: () => void;
  save: () => void;
  /** Of what holds all fields. */
  form: RefObject<HTMLDivElement>;
}

/** Everything from the graph to the saved near miss; pressed twice, it is saved once. */
export function useCaptureForm({ panel, series, settings, folders }: Subject): CaptureFormModel {
  const form = useRef<HTMLDivElement>(null);
  const speech = useSpeech(panel.timeZone);
  const [tried, setTried] = useState(false);
  const [placeless, setPlaceless] = useState(false);
  const [refused, setRefused] = useState(false);
  const team = sureTeam(settings, folders);
  const capture = useCapture({ series, range: panel.range, place: null, team, speech });
  const { form: values, place: choice } = capture.state;
  const chosen = usePlace(settings, { ...values, folders }, choice);
  const { place, denied } = chosen;
  const subject = `${panel.dashboardUid}/${panel.panelId}`;
  const { id, unfinished, discard } = useUnfinishedCapture(subject, capture);
  const recordAs = (status: 'started' | 'recorded') => capturedRecord({ id, panel, ...capture }, status);
  const recorded = () => recordAs('recorded');
  const tooLong = charactersTooLong(values, recorded);
  const { state, save: send } = useRecording({ id, subject, draftId: null, tooLong, onRecorded: unfinished.forget });
  const problems = formProblems(values, Date.now());

  const saveAs = (status: 'started' | 'recorded') => {
    const isUnread = isStoppedByUnread(form.current);
    setPlaceless(!place);
    setRefused(isRefused(capture));
    if (place && denied === null && !isUnread && !isRefused(capture) && state.phase !== 'saving') {
      send(recordAs(status), place);
    }
  };
  const save = () => {
    setTried(true);
    setRefused(isRefused(capture));
    if (Object.keys(problems).length === 0) {
      saveAs('recorded');
    }
  };
  return {
    ...{ id, speech, capture, chosen, unfinished, discard, state, refused, recorded, save, form },
    problems: tried ? problems : {},
    unchosen: placeless && !place,
    keep: () => saveAs('started'),
  };
}
