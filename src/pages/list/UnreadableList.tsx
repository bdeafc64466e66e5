import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { NearMissList } from '../../storage/store/nearMissStore';
import { t } from '../../i18n/t';

/** What carries our tag and could not be read: counted and named, so that nothing disappears in silence. */
export function UnreadableList({ unreadable }: Pick<NearMissList, 'unreadable'>) {
  const styles = useStyles2(getStyles);
  if (unreadable.length === 0) {
    return null;
  }
  return (
    <details className={styles}>
      <summary>
        {t('unreadable.title', '', {
          count: unreadable.length,
          defaultValue_one: '{{count}} annotation could not be read',
          defaultValue_other: '{{count}} annotations could not be read',
        })}
      </summary>
      <ul>
        {unreadable.map(({ annotationId, reason }) => (
          <li key={annotationId}>
            {t('unreadable.one', 'Annotation {{annotationId}}: {{reason}}', { annotationId, reason })}
          </li>
        ))}
      </ul>
    </details>
  );
}

const getStyles = () =>
  css({ '& > summary': { cursor: 'pointer', display: 'list-item' }, '& > ul': { paddingLeft: '20px' } });
