import { Combobox, Field } from '@grafana/ui';
import React, { useId } from 'react';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { t } from '../../i18n/t';

interface Props {
  series: readonly PanelSeries[];
  chosen: string;
  /** Default: says in which order they come. */
  label?: string;
  onChoose: (series: PanelSeries) => void;
}

/** Which of the panel's series was acted on; nothing to ask when there is one. */
export function SeriesPicker({ series, chosen, label, onChoose }: Props) {
  const id = useId();
  if (series.length < 2) {
    return null;
  }
  const choose = (key: string) => {
    const picked = series.find((one) => one.key === key);
    if (picked) {
      onChoose(picked);
    }
  };
  return (
    <Field
      label={label ?? t('series.label', 'Series (the one that heads for its limit first comes first)')}
      htmlFor={id}
      noMargin
    >
      <Combobox
        id={id}
        options={series.map(({ key, name }) => ({ value: key, label: name }))}
        value={chosen}
        onChange={({ value }) => choose(value)}
      />
    </Field>
  );
}
