import { css } from '@emotion/css';
import { Trans } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { failureText } from '../../../components/words/failureText';
import type { PageModel } from '../model/PageModel';
import { useWriting } from '../model/useWriting';
import { markerSentence } from '../../../domain/codec/encodeMarker';
import { t } from '../../../i18n/t';

/** Offers to draw the near miss on its graph again, where its marker was deleted. */
export function MarkerAgain({ page }: { page: PageModel }) {
  const styles = useStyles2(getStyles);
  const { file, store, refresh } = page;
  const { busy, failure, write } = useWriting();
  const [made, setMade] = useState(false);
  const said = useRef<HTMLSpanElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (made) {
      said.current?.focus();
    }
  }, [made]);
  const make = async () => {
    if (!busy && (await write(() => store.mark(file.nearMiss)))) {
      setMade(true);
      refresh();
    }
  };
  const isMissing = file.markers.length === 0 && !made;
  return (
    <span className={styles}>
      {isMissing && (
        <>
          {' '}
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            icon={busy ? 'spinner' : 'plus'}
            aria-disabled={busy}
            onClick={() => void make()}
            tooltip={t('marker.again-about', 'Its marker on that graph is not there any more')}
          >
            <Trans i18nKey="marker.again">Make the marker again</Trans>
          </Button>{' '}
          {t('marker.would-say', 'It would say there: “{{sentence}}”', { sentence: markerSentence(file.nearMiss) })}
        </>
      )}
      <span ref={said} role="status" tabIndex={-1}>
        {made && ` ${t('marker.made', 'The marker is on the graph again.')}`}
        {failure && ` ${failureText(failure)}`}
      </span>
    </span>
  );
}

const getStyles = () => css({ '@media print': { display: 'none' } });
