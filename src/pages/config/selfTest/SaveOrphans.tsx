import { Trans } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import React from 'react';
import { saveFile } from '../../../components/saveFile';
import type { Annotation } from '../../../domain/codec/annotation';

/** Words whose near miss is gone, as they are stored: in no export, so this is the only way to keep them. */
export function SaveOrphans({ annotations }: { annotations: readonly Annotation[] }) {
  const save = () =>
    saveFile('near-miss-without-record.json', 'application/json', JSON.stringify(annotations, null, 2));
  return annotations.length === 0 ? null : (
    <Button size="sm" variant="secondary" icon="download-alt" onClick={save}>
      <Trans i18nKey="self-test.save-orphans">Save them as a file</Trans>
    </Button>
  );
}
