import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { routes } from '../routes';

interface Props {
  /** True when there is none at all: then it says what one is, and how the first one gets here. */
  teach: boolean;
  small: boolean;
}

export function EmptyPanel({ teach, small }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles}>
      {teach ? <WhatItIs small={small} /> : <NoneHere />}
      {!small && (
        <p>
          <a href={locationUtil.assureBaseUrl(teach ? routes.record : routes.list)}>
            {teach ? (
              <Trans i18nKey="panel.record">Record one without a graph</Trans>
            ) : (
              <Trans i18nKey="panel.all">All near misses</Trans>
            )}
          </a>
        </p>
      )}
    </div>
  );
}

function WhatItIs({ small }: Pick<Props, 'small'>) {
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
      <p>
        <Trans i18nKey="panel.teach-how">
          To keep one, open the menu of a graph and choose Record near miss (before Grafana 13 under Extensions).
        </Trans>
      </p>
    </>
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

const getStyles = (theme: GrafanaTheme2) =>
  css({
    maxWidth: 640,
    '& a': { color: theme.colors.text.link, textDecoration: 'underline' },
    '& p': { marginBottom: theme.spacing(1) },
  });
