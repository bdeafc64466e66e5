import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { AppSettings } from '../../../domain/record/settings';
import { MoveNearMisses } from './MoveNearMisses';

/** Opened on request, because all near misses are read for it. */
export function MoveSection({ settings }: { settings: AppSettings }) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="near-miss-move" className={styles.section}>
      <h3 id="near-miss-move">
        <Trans i18nKey="move.title">Move near misses</Trans>
      </h3>
      <p className={styles.about}>
        <Trans i18nKey="move.about">
          Into a journal or out of it, with all that was added to them. They are copied, the copies are looked at, and
          only then is anything deleted. It can be stopped and continued at any time; links and markers stay as they
          are.
        </Trans>
      </p>
      {open ? (
        <MoveNearMisses settings={settings} />
      ) : (
        <Button variant="secondary" onClick={() => setOpen(true)}>
          <Trans i18nKey="move.open">Choose what to move</Trans>
        </Button>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ maxWidth: 900, width: '100%' }),
  about: css({ color: theme.colors.text.secondary }),
});
