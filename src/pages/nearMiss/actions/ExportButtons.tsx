import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { saveFile } from '../../../components/saveFile';
import { type ExportFormat, exportText } from '../../../domain/transfer/exportText';
import { exportOrigin, linkTo } from '../../../grafana/address';
import type { PageModel } from '../model/PageModel';

/** The near miss as files, before it goes; the JSON can be imported again. */
export function ExportButtons({ page }: { page: PageModel }) {
  const { nearMiss, stored } = page.file;
  const save = (format: ExportFormat, ending: string) => {
    const context = {
      origin: exportOrigin(),
      speech: page.speech,
      link: linkTo,
      questions: page.questions,
      now: Date.now(),
    };
    const { type, text } = exportText(format, [stored], context);
    saveFile(`near-miss-${nearMiss.id}.${ending}`, type, text);
  };
  return (
    <Stack wrap="wrap">
      <Button variant="secondary" icon="download-alt" onClick={() => save('markdown', 'md')}>
        <Trans i18nKey="export.markdown">Export as Markdown</Trans>
      </Button>
      <Button variant="secondary" icon="download-alt" onClick={() => save('json', 'json')}>
        <Trans i18nKey="export.json">Export as JSON</Trans>
      </Button>
    </Stack>
  );
}
