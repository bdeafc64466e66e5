import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { StoryPicture } from '../components/graph/StoryPicture';
import type { Speech } from '../domain/story/speech';
import { routes } from '../routes';
import { useWritablePlaces } from '../storage/react/useJournals';
import { exampleNearMiss } from './exampleNearMiss';

interface Props {
  /** True when there is none at all: then it says what one is, and how the first one gets here. */
  teach: boolean;
  small: boolean;
  speech: Speech;
  /** Of the room there is, px. */
  width: number;
  /** When the dashboard was last refreshed, epoch ms. */
  asOf: number;
}

export function EmptyPanel({ teach, small, speech, width, asOf }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles}>
      {teach ? <Taught {...{ small, speech, width, asOf }} /> : <NoneHere />}
      {!teach && !small && (
        <a href={locationUtil.assureBaseUrl(routes.list)}>
          <Trans i18nKey="panel.all">All near misses</Trans>
        </a>
      )}
    </div>
  );
}

function Taught({ small, ...shown }: Omit<Props, 'teach'>) {
  const places = useWritablePlaces();
  const nowhere = places.state === 'ready' && !places.value.some(({ mayWrite }) => mayWrite);
  return (
    <>
      {!small && (
        <p>
          <Trans i18nKey="panel.teach-what">
            A near miss is what almost became an incident: memory climbed and somebody restarted in time, a typo was
            caught in a diff. The only difference is when somebody noticed.
          </Trans>
        </p>
      )}
      {nowhere ? <HowOthersDo /> : <HowYouDo small={small} />}
      {!small && <Example {...shown} />}
    </>
  );
}

function HowYouDo({ small }: Pick<Props, 'small'>) {
  return (
    <>
      <p>
        <Trans i18nKey="panel.teach-how">
          To keep one, open the menu of a graph and choose Record near miss (before Grafana 13 under Extensions).
        </Trans>
      </p>
      {!small && (
        <a href={locationUtil.assureBaseUrl(routes.record)}>
          <Trans i18nKey="panel.record">Record one without a graph</Trans>
        </a>
      )}
    </>
  );
}

function HowOthersDo() {
  return (
    <p>
      <Trans i18nKey="panel.teach-who">
        Editors record them, in the menu of a graph; you can read them here. Any annotation with the tag near-miss, made
        on a graph or by a chat, waits here as a draft until one of them completes it.
      </Trans>
    </p>
  );
}

/** The words of the picture are few, so that they can be read at a glance; the caption says what it means. */
function Example({ speech, width, asOf }: Pick<Props, 'speech' | 'width' | 'asOf'>) {
  const nearMiss = useMemo(() => exampleNearMiss(asOf), [asOf]);
  return (
    <figure>
      <StoryPicture nearMiss={nearMiss} speech={speech} width={Math.min(WIDEST, Math.round(width))} height={180} />
      <figcaption>
        <Trans i18nKey="panel.teach-picture">
          An example: memory climbed until somebody restarted the service. The dashed line is the road not taken, into
          the incident that would have been; the bar below it is the margin: at least so long before the limit.
        </Trans>
      </figcaption>
    </figure>
  );
}

function NoneHere() {
  return (
    <p>
      <Trans i18nKey="panel.none">
        None of this time and this choice was written down. Silence is not safety: ask who looked twice lately.
      </Trans>
    </p>
  );
}

const WIDEST = 560;

const getStyles = (theme: GrafanaTheme2) =>
  css({
    maxWidth: 640,
    '& a': { color: theme.colors.text.link, textDecoration: 'underline' },
    '& p': { marginBottom: theme.spacing(1) },
    '& figcaption': { color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize },
    '& figure': { margin: theme.spacing(1, 0) },
  });
