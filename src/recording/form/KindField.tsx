import { css } from '@emotion/css';
import { RadioButtonGroup, useStyles2, Checkbox } from '@grafana/ui';
import React from 'react';
import { type Kind, KINDS, SAVED_BY, type SavedBy } from '../../domain/record/record';
import { kindLabel, savedByLabel } from '../../components/words/labels';
import { LabelledGroup } from '../../components/fields/LabelledGroup';
import { t } from '../../i18n/t';

interface SavedByFieldProps {
  value: readonly SavedBy[];
  onChange: (value: readonly SavedBy[]) => void;
  error?: string;
}

/** Any of the five. */
export function SavedByField({ value, onChange, error }: SavedByFieldProps) {
  const toggle = (one: SavedBy) =>
    onChange(SAVED_BY.filter((each) => (each === one ? !value.includes(each) : value.includes(each))));
  return (
    <LabelledGroup legend={t('form.saved-by', 'What saved it? *')} error={error}>
      {SAVED_BY.map((one) => (
        <Checkbox key={one} label={savedByLabel(one)} value={value.includes(one)} onChange={() => toggle(one)} />
      ))}
    </LabelledGroup>
  );
}

interface Props {
  value: Kind;
  onChange: (value: Kind) => void;
}

export function KindField({ value, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <LabelledGroup legend={t('form.kind', 'Kind')}>
      <RadioButtonGroup
        className={styles}
        options={KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        value={value}
        onChange={onChange}
      />
    </LabelledGroup>
  );
}

const getStyles = () => css({ flexWrap: 'wrap', height: 'auto', maxWidth: '100%' });
