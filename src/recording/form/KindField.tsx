import { css } from '@emotion/css';
import { t } from '@grafana/i18n';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Kind, KINDS } from '../../domain/record/record';
import { kindLabel } from '../../components/words/labels';
import { LabelledGroup } from '../../components/fields/LabelledGroup';

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
