import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React from 'react';
import { nearMissMarkdown } from '../../domain/nearMissMarkdown';
import { linkTo } from '../../storage/useNearMissStore';
import type { PageModel } from './PageModel';
import { exportFile } from './exportFile';
import { saveFile } from './saveFile';

/** The near miss as files, before it goes. */
export function ExportButtons({ page }: { page: PageModel }) {
  const { nearMiss, entries } = page.file;
  const name = `near-miss-${nearMiss.id}`;
  return (
    <Stack wrap="wrap">
      <Button
        variant="secondary"
        icon="download-alt"
        onClick={() =>
          saveFile(`${name}.md`, 'text/markdown', nearMissMarkdown(nearMiss, entries, linkTo(nearMiss.id), page.speech))
        }
      >
        <Trans i18nKey="export.markdown">Export as Markdown</Trans>
      </Button>
      <Button
        variant="secondary"
        icon="download-alt"
        onClick={() => saveFile(`${name}.json`, 'application/json', exportFile(page.file))}
      >
        <Trans i18nKey="export.json">Export as JSON</Trans>
      </Button>
    </Stack>
  );
}
