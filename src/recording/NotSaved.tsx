import { locationUtil } from '@grafana/data';
import { Alert, ClipboardButton, TextLink } from '@grafana/ui';
import React from 'react';
import { routes } from '../routes';
import { addressOf } from '../grafana/address';
import { whoAmI } from '../grafana/whoAmI';
import { failureText } from '../components/words/failureText';
import { SignInLink } from '../components/notices/SignInLink';
import type { RecordingState } from './useRecording';
import { t } from '../i18n/t';

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
      {state.phase === 'failed' && state.failure.kind === 'overtaken' && <Theirs id={state.failure.detail} />}
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={markdown}>
        {t('not-saved.copy', 'Copy as Markdown')}
      </ClipboardButton>
      {denied && state.phase !== 'recorded' && (whoAmI().signedIn ? <AskAdmin /> : <SignInFirst />)}
    </Alert>
  );
}

/** The way to what somebody else made of the same draft. */
function Theirs({ id }: { id: string }) {
  return (
    <p>
      {t(
        'draft.overtaken-about',
        'What you typed is still here. Open theirs and add to it; the button below copies yours.'
      )}{' '}
      <TextLink href={locationUtil.assureBaseUrl(routes.nearMiss(id))}>
        {t('recorded.open', 'Open the near miss')}
      </TextLink>
    </p>
  );
}

/** What the reader's administrator would do, in a sentence to send them. */
function AskAdmin() {
  const request = t(
    'not-saved.request',
    'Please give me ({{login}}) a place to record near misses: in Grafana open {{address}}, choose “Make a journal” with our team’s folder, and give our team the right to edit that folder.',
    { login: whoAmI().login, address: addressOf(`${routes.configuration}?page=configuration`) }
  );
  return (
    <>
      <p>
        {t('not-saved.ask', 'To be able to save, send this to an administrator:')} <q>{request}</q>
      </p>
      <ClipboardButton variant="secondary" size="sm" icon="copy" getText={() => request}>
        {t('not-saved.copy-request', 'Copy the request')}
      </ClipboardButton>
    </>
  );
}

function SignInFirst() {
  return (
    <>
      <p>
        {t(
          'not-saved.anonymous',
          'You are not signed in. What you type now stays in this browser and does not come along when you sign in, so copy it first.'
        )}
      </p>
      <SignInLink />
    </>
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
      text: t('not-saved.shorten', 'Shorten it by about {{characters}} characters. It stays here until you do.', {
        characters: state.characters,
      }),
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
