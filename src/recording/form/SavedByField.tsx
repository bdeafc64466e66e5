import { t } from '@grafana/i18n';
import { Checkbox } from '@grafana/ui';
import React from 'react';
import { SAVED_BY, type SavedBy } from '../../domain/record/record';
import { LabelledGroup } from '../../components/fields/LabelledGroup';
import { savedByLabel } from '../../components/words/labels';

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
