import { Trans } from '@grafana/i18n';
import { Alert, Button, RadioButtonList, Stack } from '@grafana/ui';
import React, { useMemo, useRef, useState } from 'react';
import { failureText } from '../../components/words/failureText';
import { isStoppedByUnread } from '../../components/fields/isStoppedByUnread';
import { LabelledGroup } from '../../components/fields/LabelledGroup';
import { type ExportFormat, type ExportFilter, filterForExport } from '../../domain/transfer/exportText';
import type { GatheredNearMisses } from '../../domain/fold/storedPart';
import type { Transfer } from '../../storage/react/useTransfer';
import { ExportFilterFields } from './ExportFilterFields';
import { LeftOutNote } from './LeftOutNote';
import { useExport } from './useExport';
import { t } from '../../i18n/t';

interface Props {
  gathered: GatheredNearMisses;
  transfer: Transfer;
}

const ALL: ExportFilter = { kinds: [], teams: [], from: null, to: null };

/** Everything, or a part of it, as a file. */
export function ExportSection({ gathered: { whole, leftOut }, transfer }: Props) {
  const fields = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(ALL);
  const [format, setFormat] = useState<ExportFormat>('json');
  const { busy, failure, saved, start } = useExport(transfer);
  const teams = useMemo(() => teamsIn(whole.map(({ nearMiss }) => nearMiss.team)), [whole]);
  const count = useMemo(() => filterForExport(whole, filter, format).length, [whole, filter, format]);
  const save = () => {
    if (!isStoppedByUnread(fields.current)) {
      void start(format, filter);
    }
  };
  return (
    <section aria-labelledby="near-miss-export">
      <Stack direction="column" gap={2}>
        <h2 id="near-miss-export">
          <Trans i18nKey="transfer.export">Export</Trans>
        </h2>
        {whole.length === 0 ? (
          <p>
            <Trans i18nKey="transfer.nothing">There is no near miss to export yet that you may read.</Trans>
          </p>
        ) : (
          <>
            <ExportFilterFields
              fields={fields}
              filter={filter}
              teams={teams}
              onChange={(part) => setFilter((before) => ({ ...before, ...part }))}
            />
            <FormatField format={format} onChange={setFormat} />
            <Stack alignItems="center" wrap="wrap">
              <Button icon="download-alt" disabled={busy || count === 0} onClick={save}>
                {countText(count)}
              </Button>
              <span role="status">
                {busy && t('transfer.reading', 'Reading…')}
                {saved && t('transfer.saved', 'Saved as {{name}}.', { name: saved.name })}
              </span>
            </Stack>
          </>
        )}
        {failure && (
          <Alert severity="error" title={t('transfer.not-exported', 'Nothing was exported')}>
            {failureText(failure)}
          </Alert>
        )}
        <LeftOutNote leftOut={leftOut} />
      </Stack>
    </section>
  );
}

function FormatField({ format, onChange }: { format: ExportFormat; onChange: (format: ExportFormat) => void }) {
  const about: Readonly<Record<ExportFormat, string>> = {
    json: t('transfer.json-about', 'All of it, with history and worksheets and who wrote what. Can be imported again.'),
    csv: t(
      'transfer.csv-about',
      'One row per near miss as it is now, for a spreadsheet. Without names of people who wrote.'
    ),
    cloudEvents: t(
      'transfer.events-about',
      'One event per near miss that counts, as CloudEvents batch, for other systems. Without names of people.'
    ),
    markdown: t('transfer.markdown-about', 'To read or print, with the worksheets. Without names of people who wrote.'),
  };
  return (
    <LabelledGroup legend={t('transfer.format', 'Format')}>
      <RadioButtonList<ExportFormat>
        name="near-miss-export-format"
        value={format}
        onChange={onChange}
        options={[
          { value: 'json', label: t('transfer.json', 'JSON') },
          { value: 'csv', label: t('transfer.csv', 'CSV') },
          { value: 'markdown', label: t('transfer.markdown', 'Markdown') },
          { value: 'cloudEvents', label: t('transfer.events', 'CloudEvents') },
        ]}
      />
      <span>{about[format]}</span>
    </LabelledGroup>
  );
}

function countText(count: number): string {
  return t('transfer.download', '', {
    count,
    defaultValue_one: 'Export {{count}} near miss',
    defaultValue_other: 'Export {{count}} near misses',
  });
}

function teamsIn(teams: readonly string[]): string[] {
  return [...new Set(teams)].filter(Boolean).sort((a, b) => a.localeCompare(b));
}
