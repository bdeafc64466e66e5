import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { StoryPicture } from '../../components/graph/StoryPicture';
import { useWidth } from '../../components/graph/useWidth';
import { usePrinting } from '../../components/words/usePrinting';
import type { NearMiss } from '../../domain/fold/nearMiss';
import { type FollowUps, packStory, toFillIn } from '../../domain/pack/packStory';
import type { Speech } from '../../domain/story/speech';
import { routes } from '../../routes';

interface Props {
  nearMiss: NearMiss;
  followUps: FollowUps;
  /** With date and zone at every moment. */
  speech: Speech;
}

/** One near miss, which begins a page of paper. */
export function Story({ nearMiss, followUps, speech }: Props) {
  const styles = useStyles2(getStyles);
  const { headline, almost, sentence, facts, sections } = packStory(nearMiss, followUps, speech);
  return (
    <article className={styles.story}>
      <h2>
        <TextLink variant="h3" inline={false} href={locationUtil.assureBaseUrl(routes.nearMiss(nearMiss.id))}>
          {headline}
        </TextLink>
      </h2>
      {nearMiss.example && (
        <p>
          <Trans i18nKey="row.example">Example</Trans>
        </p>
      )}
      {almost && <p>{almost}</p>}
      {nearMiss.evidence && <Picture nearMiss={nearMiss} speech={speech} />}
      {sentence && <p>{sentence}</p>}
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

/** Paper is as wide and as bright wherever it is printed. On both it is as high, since pages are divided before it is drawn for paper. */
function Picture(picture: { nearMiss: NearMiss; speech: Speech }) {
  const styles = useStyles2(getStyles);
  const printing = usePrinting();
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.picture}>
      <StoryPicture {...picture} width={printing ? WIDTH : Math.min(width, WIDTH)} height={HEIGHT} onPaper={printing} />
    </div>
  );
}

const WIDTH = 700;
const HEIGHT = 260;

const getStyles = (theme: GrafanaTheme2) => ({
  story: css({
    borderTop: `1px solid ${theme.colors.border.weak}`,
    breakBefore: 'page',
    paddingTop: theme.spacing(3),
    '@media print': { border: 0, padding: 0 },
    '& > *': { margin: theme.spacing(0, 0, 2) },
    '& h2, & h3': { breakAfter: 'avoid' },
    '& h3': { ...theme.typography.h5 },
    '& p': { breakInside: 'avoid', whiteSpace: 'pre-line' },
    '& dl > div': {
      breakInside: 'avoid',
      columnGap: theme.spacing(2),
      display: 'grid',
      gridTemplateColumns: 'minmax(100px, 180px) minmax(0, 1fr)',
    },
    '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0 },
  }),
  picture: css({ breakInside: 'avoid', lineHeight: 0 }),
  line: css({ borderBottom: `1px dotted ${theme.colors.border.strong}`, paddingBottom: theme.spacing(4) }),
});
