import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What they are offered for, for screen readers. */
  label: string;
  offers: readonly string[];
  isChosen: (offer: string) => boolean;
  /** Chosen ones too: pressed again, they are taken back. */
  onPress: (offer: string) => void;
}

/** Names to fill in with one press. */
export function OfferChips({ label, offers, isChosen, onPress }: Props) {
  const styles = useStyles2(getStyles);
  return offers.length > 0 ? (
    <div className={styles} role="group" aria-label={label}>
      {offers.map((offer) => (
        <Button
          key={offer}
          type="button"
          size="sm"
          variant="secondary"
          fill={isChosen(offer) ? 'solid' : 'outline'}
          aria-pressed={isChosen(offer)}
          onClick={() => onPress(offer)}
        >
          {offer}
        </Button>
      ))}
    </div>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginTop: theme.spacing(0.5) });
