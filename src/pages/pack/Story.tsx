import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { StoryPicture } from '../../components/graph/StoryPicture';
import { PAPER } from '../../components/graph/paper';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { type FollowUps, packStory, toFillIn } from '../../domain/pack/packStory';
import { datedSpeech, type Speech } from '../../domain/story/speech';
import { routes } from '../../routes';

interface Props {
  nearMiss: NearMiss;
  followUps: FollowUps;
  speech: Speech;
}

/** One near miss, which begins a page of paper. */
export function Story({ nearMiss, followUps, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { headline, almost, sentence, facts, sections } = packStory(nearMiss, followUps, speech);
  const picture = { nearMiss, speech: datedSpeech(speech), width: 700, height: 260 };
  return (
    <article className={styles.story}>
      <h2>
        <TextLink href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))} color="primary" inline={false}>
          {headline}
        </TextLink>
      </h2>
      {nearMiss.example && (
        <p>
          <Trans i18nKey="row.example">Example</Trans>
        </p>
      )}
      <p>{almost}</p>
      {nearMiss.evidence && (
        <>
          <div className={styles.screen}>
            <StoryPicture {...picture} />
          </div>
          <div className={styles.paper}>
            <StoryPicture {...picture} theme={PAPER} />
          </div>
        </>
      )}
      <p>{sentence}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sections.map(({ title, texts }) => (
        <section key={title}>
          <h3>{title}</h3>
          {texts.map((text, index) => (
            <p key={index}>{text}</p>
          ))}
          {texts.length === 0 && <p className={styles.line}>{toFillIn(speech)}</p>}
        </section>
      ))}
    </article>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  story: css({
    borderTop: `1px solid ${theme.colors.border.weak}`,
    breakBefore: 'page',
    display: 'grid',
    gap: theme.spacing(1.5),
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: theme.spacing(3),
    '@media print': { border: 0, display: 'block' },
    '& h2': { ...theme.typography.h3, breakAfter: 'avoid' },
    '& h3': { ...theme.typography.h5, breakAfter: 'avoid' },
    '& p': { breakInside: 'avoid', margin: 0, whiteSpace: 'pre-line' },
    '& p:empty': { display: 'none' },
    '& dl': { margin: 0 },
    '& dl > div': { breakInside: 'avoid' },
    '& dt': { color: theme.colors.text.secondary, display: 'inline', marginRight: theme.spacing(1) },
    '& dd': { display: 'inline', margin: 0 },
  }),
  screen: css({ lineHeight: 0, '@media print': { display: 'none' } }),
  paper: css({ breakInside: 'avoid', display: 'none', '@media print': { display: 'block' } }),
  line: css({ borderBottom: `1px dotted ${theme.colors.border.strong}`, paddingTop: theme.spacing(2) }),
});
