import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { t } from '../../i18n/t';

/** Says, while somebody types, by how much a text is too long to be stored; nothing when it fits. What is typed is kept as it is. */
export function TooLong({ characters }: { characters: number }) {
  const styles = useStyles2(getStyles);
  return characters > 0 ? (
    <p role="status" className={styles}>
      {t('too-long.by', '', {
        count: characters,
        defaultValue_one: 'Too long by {{count}} character. It stays here until you shorten it.',
        defaultValue_other: 'Too long by {{count}} characters. It stays here until you shorten it.',
      })}
    </p>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => css({ color: theme.colors.error.text, margin: 0 });
