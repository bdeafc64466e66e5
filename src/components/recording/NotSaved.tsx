import { t } from '@grafana/i18n';
import { Alert, ClipboardButton } from '@grafana/ui';
import React from 'react';
import { failureText } from '../failureText';
import type { RecordingState } from './useRecording';

interface Props {
  state: RecordingState;
  /** True when the rights, asked before anyone typed, say no. */
  denied: boolean;
  /** What is written so far, for passing it on. */
  markdown: () => string;
}

/** Why it is not saved, or will not be; what was typed stays, and can be taken elsewhere. */
export function NotSaved({ state, denied, markdown }: Props) {
  const problem = problemOf(state, denied);
  if (!problem) {
    return null;
  }
  return (
    <Alert severity={state.phase === 'failed' ? 'error' : 'warning'} title={problem.title}>
      <p>{problem.text}</p>
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={markdown}>
        {t('not-saved.copy', 'Copy as Markdown')}
      </ClipboardButton>
    </Alert>
  );
}

function problemOf(state: RecordingState, denied: boolean): { title: string; text: string } | null {
  if (state.phase === 'failed') {
    return {
      title: t('not-saved.failed', 'Not saved yet. Everything you entered is still here.'),
      text: failureText(state.failure),
    };
  }
  if (state.phase === 'too-long') {
    return {
      title: t('not-saved.too-long', 'Not saved yet: there is more text than one near miss can hold.'),
      text: t(
        'not-saved.shorten',
        'Shorten it by about {{characters}} characters, or leave out the values or the query.',
        {
          characters: state.bytes,
        }
      ),
    };
  }
  if (denied) {
    return {
      title: t('not-saved.denied', 'You do not have the right to save a near miss here.'),
      text: t(
        'not-saved.denied-what',
        'It takes the Editor role, or the right to edit a team’s journal. You can still choose the stretch and write: copy it as Markdown and pass it on to somebody who can save it.'
      ),
    };
  }
  return null;
}
