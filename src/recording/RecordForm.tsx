import { css } from '@emotion/css';
import { getTimeZone, type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { BelongingOffers } from '../domain/record/belongingOffers';
import { nearMissMarkdown } from '../domain/story/markdown';
import type { Speech } from '../domain/story/speech';
import { linkTo } from '../grafana/address';
import { formProblems } from './form/formProblems';
import { NearMissForm } from './form/NearMissForm';
import { onSaveKeys, SAVE_KEYS } from '../components/fields/saveKeys';
import { isStoppedByUnread } from '../components/fields/isStoppedByUnread';
import { useSpeech } from '../components/words/useSpeech';
import { LockedWhile } from '../components/fields/LockedWhile';
import { UnfinishedFormNotice } from './UnfinishedFormNotice';
import { NotSaved } from './NotSaved';
import { RecordedNotice } from './RecordedNotice';
import { type RecordFormSubject, useRecordForm } from './useRecordForm';
import { QueuedRecord } from './QueuedRecord';
import { WhoReads } from './WhoReads';
import { t } from '../i18n/t';

interface Props extends RecordFormSubject {
  /** Names to fill in for team and services. */
  offers?: BelongingOffers;
  /** What goes along with the words, said where it is said who will read them. */
  children?: ReactNode;
}

/** A near miss in words: the form, then what became of saving it. */
export function RecordForm({ children, offers, ...subject }: Props) {
  const speech = useSpeech();
  const model = useRecordForm(subject);
  const { id, state } = model;
  const { place } = model.chosen;
  const markdown = () => nearMissMarkdown(model.record(), [], '', speech);
  switch (state.phase) {
    case 'recorded': {
      const again = place ? () => model.saveAgain(state.record, place) : undefined;
      return <RecordedNotice {...state} link={linkTo(id)} speech={speech} onAgain={again} />;
    }
    case 'queued': {
      const another = subject.draftId ? undefined : model.discard;
      return <QueuedRecord sending={state.sending} markdown={markdown} onAnother={another} />;
    }
    default:
      return (
        <Fields {...{ model, speech, markdown, offers }} settings={subject.settings}>
          {children}
        </Fields>
      );
  }
}

interface FieldsProps extends Pick<Props, 'settings' | 'children' | 'offers'> {
  model: ReturnType<typeof useRecordForm>;
  speech: Speech;
  markdown: () => string;
}

/** Who will read it, the fields, and why it is not saved yet. */
function Fields({ model, speech, markdown, settings, offers, children }: FieldsProps) {
  const styles = useStyles2(getStyles);
  const fields = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { form, chosen, unfinished, state } = model;
  const { place, denied } = chosen;
  const problems = formProblems(form, Date.now());
  const saving = state.phase === 'saving';
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length > 0 || isStoppedByUnread(fields.current)) {
      return;
    }
    if (place && !denied && !saving) {
      model.save(model.record(), place);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <div role="presentation" onKeyDown={onSaveKeys(save)}>
      <form ref={fields} className={styles.form} onSubmit={submit} noValidate>
        <UnfinishedFormNotice unfinished={unfinished} speech={speech} onDiscard={model.discard} />
        <section aria-label={t('record.readers', 'Who will read it')}>
          <WhoReads {...chosen} onChange={model.choose} unchosen={tried && !place} />
          {children}
        </section>
        <LockedWhile busy={saving}>
          <NearMissForm
            values={form}
            onChange={model.edit}
            problems={tried ? problems : {}}
            timeZone={getTimeZone()}
            teams={settings.teams.map(({ name }) => name)}
            offers={offers}
            kindFirst
          />
        </LockedWhile>
        <NotSaved state={state} denied={denied !== null && denied !== 'gone'} markdown={markdown} />
        <div>
          <Button
            type="submit"
            disabled={denied !== null}
            icon={saving ? 'spinner' : undefined}
            title={t('capture.save-keys', 'Ctrl+Enter')}
            aria-keyshortcuts={SAVE_KEYS}
          >
            {saving ? t('record.saving', 'Saving…') : t('record.save', 'Save')}
          </Button>
        </div>
      </form>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: 760,
    overflowWrap: 'anywhere',
  }),
});
