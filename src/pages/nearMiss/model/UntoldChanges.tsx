import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Authorship } from '../../../domain/fold/authorship';

/** Said once for all the bylines below it: that nobody can vouch for them, where Grafana does not say what was changed. */
export function UntoldChanges({ authors }: { authors: readonly Authorship[] }) {
  const styles = useStyles2(getStyles);
  return authors.some(({ sealed }) => sealed === null) ? (
    <p className={styles.note}>
      <Trans i18nKey="author.untold">
        This Grafana does not say whether words were changed outside Near Miss after they were written.
      </Trans>
    </p>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
