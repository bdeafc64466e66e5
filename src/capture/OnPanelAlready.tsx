import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Icon, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Draft } from '../domain/codec/decoded';
import type { NearMiss } from '../domain/fold/nearMiss';
import type { Speech } from '../domain/story/speech';
import { shownName } from '../domain/text/shownName';
import { whoAmI } from '../grafana/whoAmI';
import { routes } from '../routes';
import { useOnPanel } from '../storage/react/useOnPanel';
import type { PanelCopy } from './material/copyPanel';
import { t } from '../i18n/t';

interface Props {
  panel: Pick<PanelCopy, 'dashboardUid' | 'panelId' | 'range'>;
  speech: Speech;
}

/** What was recorded or marked on this panel and time already, as soon as it is known; it keeps nobody from recording another. */
export function OnPanelAlready({ panel: { dashboardUid, panelId, range }, speech }: Props) {
  const styles = useStyles2(getStyles);
  const answer = useOnPanel(dashboardUid, panelId, range.from, range.to);
  if (answer.state === 'failed') {
    return (
      <p className={styles.quiet} role="status">
        {t('already.unknown', 'Whether one is recorded here already could not be looked up.')}
      </p>
    );
  }
  const { nearMisses, drafts } = answer.state === 'ready' ? answer.value : { nearMisses: [], drafts: [] };
  const [first, ...others] = [
    ...nearMisses.map((each) => ({ key: each.id, href: routes.nearMiss(each.id), text: keptText(each, speech) })),
    ...drafts.map((each) => ({
      key: `draft ${each.annotationId}`,
      href: routes.draft(each.annotationId),
      text: draftText(each, speech),
    })),
  ];
  return first ? (
    <div className={styles.line}>
      <Icon name="info-circle" />
      <span>{t('already.title', 'One exists here already:')}</span>
      <One {...first} />
      {others.length > 0 && (
        <details>
          <summary>{t('already.more', 'and {{further}} more', { further: others.length })}</summary>
          <ul className={styles.list}>
            {others.map(({ key, ...other }) => (
              <li key={key}>
                <One {...other} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  ) : null;
}

function One({ href, text }: { href: string; text: string }) {
  return (
    <span>
      {text}{' '}
      <TextLink href={locationUtil.assureBaseUrl(href)} variant="bodySmall" external inline>
        {t('already.open', 'Open it?')}
      </TextLink>
    </span>
  );
}

function keptText(nearMiss: NearMiss, speech: Speech): string {
  const text = keptBy(nearMiss, speech);
  return nearMiss.example ? `${text} ${t('already.example', '(example)')}` : text;
}

function keptBy({ status, author, actedAt }: NearMiss, speech: Speech): string {
  const words = { time: speech.time(author.at || actedAt), name: shownName(author.login) };
  if (author.writtenBy) {
    return t('already.copied', 'Recorded by {{time}}, copied here by {{name}}.', words);
  }
  if (isMe(author.login)) {
    return status === 'started'
      ? t('already.kept-by-you', 'Kept at {{time}} by you.', words)
      : t('already.recorded-by-you', 'Recorded at {{time}} by you.', words);
  }
  return status === 'started'
    ? t('already.kept', 'Kept at {{time}} by {{name}}.', words)
    : t('already.recorded', 'Recorded at {{time}} by {{name}}.', words);
}

function draftText({ created, login }: Draft, speech: Speech): string {
  const words = { time: speech.time(created), name: shownName(login) };
  return isMe(login)
    ? t('already.marked-by-you', 'Marked at {{time}} by you, not completed yet.', words)
    : t('already.marked', 'Marked at {{time}} by {{name}}, not completed yet.', words);
}

const isMe = (login: string) => login !== '' && login === whoAmI().login;

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    color: theme.colors.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    fontSize: theme.typography.bodySmall.fontSize,
    gap: theme.spacing(0, 0.75),
    '& summary': { cursor: 'pointer' },
  }),
  list: css({ listStyle: 'none', margin: 0 }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
