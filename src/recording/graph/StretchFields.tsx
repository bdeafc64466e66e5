import type { TimeZone } from '@grafana/data';
import React from 'react';
import { TimeField } from '../../components/fields/TimeField';
import type { Stretch } from '../../domain/series/stretch';
import { t } from '../../i18n/t';

interface Props {
  stretch: Stretch;
  timeZone: TimeZone;
  /** `along`: the other end was moved too, as one was set beyond it. */
  onStretch: (stretch: Stretch, along: boolean) => void;
}

/** The stretch by keyboard; an end before the start moves the other one along. */
export function StretchFields({ stretch: { from, to }, timeZone, onStretch }: Props) {
  const length = to - from;
  return (
    <>
      <TimeField
        label={t('stretch.from', 'Stretch from')}
        value={from}
        max={to - 1}
        onChange={(at) => at !== null && onStretch({ from: at, to: at < to ? to : at + length }, at >= to)}
        timeZone={timeZone}
      />
      <TimeField
        label={t('stretch.to', 'Stretch to')}
        value={to}
        min={from + 1}
        onChange={(at) => at !== null && onStretch({ from: at > from ? from : at - length, to: at }, at <= from)}
        timeZone={timeZone}
      />
    </>
  );
}
