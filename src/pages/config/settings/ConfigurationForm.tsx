import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useEffect, useReducer, useState } from 'react';
import { testIds } from '../../../components/testIds';
import type { AppSettings } from '../../../domain/record/settings';
import { type FormAction, formOf, reduceForm, settingsOf, withJournals } from './configurationForm';
import { configurationProblems, type FormProblems } from './configurationProblems';
import { JournalsSection } from '../journals/JournalsSection';
import { MoveSection } from '../move/MoveSection';
import { QuestionsSection } from './QuestionsSection';
import { SavingMessage } from './SavingMessage';
import { SelfTestSection } from '../selfTest/SelfTestSection';
import { TeamsSection } from './TeamsSection';
import { useUnfinishedSettings } from './useUnfinishedSettings';
import { sameSettings, useSaveSettings } from './useSaveSettings';
import { WritersSection } from '../journals/WritersSection';
import { t } from '../../../i18n/t';

interface Props {
  /** As they were read when the page opened. */
  settings: AppSettings;
  readOnly: boolean;
}

const NO_PROBLEMS: FormProblems = { teams: new Map(), questions: new Map() };

export function ConfigurationForm({ settings, readOnly }: Props) {
  const styles = useStyles2(getStyles);
  const [base, setBase] = useState(settings);
  const [form, dispatch] = useReducer(reduceForm, settings, (first) => formOf(first));
  const [tried, setTried] = useState(false);
  const { saving, save, forget } = useSaveSettings();
  const unfinished = useUnfinishedSettings();
  const typed = settingsOf(form, base);
  const changed = !sameSettings(typed, base);
  const problems = configurationProblems(form);
  const wrong = problems.teams.size + problems.questions.size > 0;
  const shown = tried ? problems : NO_PROBLEMS;

  // Found in this browser at once, on another machine a moment later; never over what is being typed.
  const { found } = unfinished;
  useEffect(() => {
    if (found && !readOnly) {
      setBase(found.base);
      dispatch({ do: 'startFrom', state: formOf(found.typed, found.base) });
    }
  }, [found, readOnly]);

  const edit = (action: FormAction) => {
    dispatch(action);
    unfinished.keep({ base, typed: settingsOf(reduceForm(form, action), base) });
  };
  const startFrom = (next: AppSettings) => {
    setBase(next);
    setTried(false);
    unfinished.forget();
    dispatch({ do: 'startFrom', state: formOf(next) });
  };
  const saveOver = async (stored: AppSettings) => {
    setTried(true);
    if (!wrong && (await save(typed, stored))) {
      startFrom(typed);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saveOver(base);
  };
  const takeTheirs = (theirs: AppSettings) => {
    startFrom(theirs);
    forget();
  };
  const takeJournals = (stored: AppSettings) => {
    const state = withJournals(form, stored, base);
    setBase(stored);
    dispatch({ do: 'startFrom', state });
    if (changed) {
      unfinished.keep({ base: stored, typed: settingsOf(state, stored) });
    }
  };
  return (
    <div className={styles} data-testid={testIds.configuration}>
      {readOnly && <ReadOnlyNote />}
      {found && changed && <FoundNote />}
      <form className={styles} onSubmit={submit} noValidate>
        <TeamsSection teams={form.teams} settings={base} problems={shown.teams} readOnly={readOnly} dispatch={edit} />
        <QuestionsSection questions={form.questions} problems={shown.questions} readOnly={readOnly} dispatch={edit} />
        {tried && wrong && (
          <Alert severity="error" title={t('config.problems', 'Nothing is saved yet: see the fields marked above.')} />
        )}
        <SavingMessage saving={saving} onTakeTheirs={takeTheirs} onKeepMine={(theirs) => void saveOver(theirs)} />
        {!readOnly && (
          <Stack wrap="wrap">
            <Button type="submit" disabled={!changed || saving.is === 'running'}>
              <Trans i18nKey="config.save">Save</Trans>
            </Button>
            <Button variant="secondary" disabled={!changed} onClick={() => startFrom(base)}>
              <Trans i18nKey="config.undo">Undo changes</Trans>
            </Button>
          </Stack>
        )}
      </form>
      <WritersSection />
      <JournalsSection settings={base} readOnly={readOnly} onChange={takeJournals} />
      {!readOnly && <MoveSection settings={base} />}
      {!readOnly && <SelfTestSection />}
    </div>
  );
}

function ReadOnlyNote() {
  return (
    <Alert severity="info" title={t('config.read-only', 'You can read this configuration, not change it')}>
      <Trans i18nKey="config.read-only-about">
        Ask somebody with the Admin role of this organization for a change.
      </Trans>
    </Alert>
  );
}

function FoundNote() {
  return (
    <Alert severity="info" title={t('config.found', 'These are your changes from last time; they are not saved yet')}>
      <Trans i18nKey="config.found-about">Undo changes drops them.</Trans>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    justifyItems: 'start',
    maxWidth: 900,
    overflowWrap: 'anywhere',
    rowGap: theme.spacing(3),
  });
