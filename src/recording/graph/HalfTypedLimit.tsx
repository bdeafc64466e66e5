import { Trans } from '@grafana/i18n';
import { FieldValidationMessage } from '@grafana/ui';
import React from 'react';

/** Why nothing is saved: it would leave out what somebody typed. */
export function HalfTypedLimit() {
  return (
    <FieldValidationMessage>
      <Trans i18nKey="edit.half-typed">What stands as the limit is no value yet. Correct it, or empty it.</Trans>
    </FieldValidationMessage>
  );
}
