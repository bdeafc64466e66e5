import { Combobox, Field } from '@grafana/ui';
import React, { useId } from 'react';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { cutMiddle } from '../../domain/text/cutMiddle';
import { t } from '../../i18n/t';

interface Props {
  series: readonly PanelSeries[];
  chosen: string;
  /** Default: says in which order they come. */
  label?: string;
  onChoose: (series: PanelSeries) => void;
}

/** As many characters as the field has room for; it would cut the end, where names of series differ. */
const MOST_SHOWN = 60;

/** Which of the panel's series was acted on; nothing to ask when there is one. */
export function SeriesPicker({ series, chosen, label, onChoose }: Props) {
  const id = useId();
  if (series.length < 2) {
    return null;
  }
  const name = series.find(({ key }) => key === chosen)?.name ?? '';
  const choose = (key: string) => {
    const picked = series.find((one) => one.key === key);
    if (picked) {
      onChoose(picked);
    }
  };
  return (
    <Field
      label={label ?? t('series.label', 'Series (nearest to its limit first)')}
      description={name.length > MOST_SHOWN ? name : undefined}
      htmlFor={id}
      noMargin
    >
      <Combobox
        id={id}
        options={series.map(({ key, name }) => ({ value: key, label: cutMiddle(name, MOST_SHOWN) }))}
        value={chosen}
        onChange={({ value }) => choose(value)}
      />
    </Field>
  );
}
