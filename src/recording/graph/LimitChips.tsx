import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { Limit } from '../../domain/projection/limit';
import { t } from '../../i18n/t';

interface Props {
  limit: Limit | null;
  offers: readonly Limit[];
  onChoose: (limit: Limit) => void;
}

/** As many as fit into a line. */
const MOST_SHOWN = 3;

/** The limits that the panel has, above and below, with the way each is met; many of them on request. */
export function LimitChips({ limit, offers, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  const isChosen = (offer: Limit) => offer.value === limit?.value;
  const shown = offers.filter((offer, index) => all || index < MOST_SHOWN || isChosen(offer));
  if (offers.length === 0) {
    return null;
  }
  return (
    <div className={styles.offers} role="group" aria-label={t('limit.offers', 'Limits of the panel')}>
      {shown.map((offer) => (
        <Button
          key={`${offer.origin} ${offer.value}`}
          type="button"
          size="sm"
          variant="secondary"
          icon={offer.direction === 'rising' ? 'arrow-up' : 'arrow-down'}
          fill={isChosen(offer) ? 'solid' : 'outline'}
          aria-pressed={isChosen(offer)}
          aria-label={accessibleName(offer)}
          onClick={() => onChoose(offer)}
        >
          {chipText(offer)}
        </Button>
      ))}
      {(all || shown.length < offers.length) && (
        <Button
          type="button"
          size="sm"
          variant="secondary"
          fill="text"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? t('limit.fewer', 'fewer')
            : t('limit.more', '{{further}} more', { further: offers.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

/** Ends with what is seen, so that it can be said to a machine that listens. */
function accessibleName(offer: Limit): string {
  const chip = chipText(offer);
  return offer.direction === 'rising'
    ? t('limit.rises-to', 'rises to {{chip}}', { chip })
    : t('limit.falls-to', 'falls to {{chip}}', { chip });
}

/** A limit line is named in its text. */
function chipText({ text, origin }: Limit): string {
  return origin === 'line' ? text : `${text} · ${originText(origin)}`;
}

function originText(origin: Exclude<Limit['origin'], 'line'>): string {
  switch (origin) {
    case 'threshold':
      return t('limit.threshold', 'threshold');
    case 'max':
      return t('limit.max', 'max');
    case 'min':
      return t('limit.min', 'min');
    case 'percent':
      return t('limit.percent', 'end of the scale');
    case 'soft':
      return t('limit.soft', 'end of the axis');
    case 'typed':
      return t('limit.by-hand', 'typed');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  offers: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
});
