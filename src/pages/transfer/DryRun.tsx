import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { oddInPlan } from '../../domain/transfer/oddInPlan';
import type { ImportPlan } from '../../domain/transfer/planImport';
import { partsToWrite } from '../../storage/transfer/importNearMisses';
import type { PlaceRight } from '../../storage/journals/writablePlaces';
import type { ChosenFile } from './importing';
import { OddMoments } from './OddMoments';
import { PlaceField } from './PlaceField';
import { PlanTable } from './PlanTable';
import type { Place } from '../../domain/record/place';
import { t } from '../../i18n/t';

interface Props {
  file: ChosenFile;
  plan: ImportPlan;
  places: readonly PlaceRight[];
  place: Place | null;
  onPlace: (place: Place) => void;
  onStart: (place: Place) => void;
  onDrop: () => void;
}

/** What the file holds and what an import of it would do; nothing is written yet. */
export function DryRun({ file, plan, places, place, onPlace, onStart, onDrop }: Props) {
  const total = partsToWrite(plan);
  const odd = oddInPlan(plan, Date.now());
  const [agreed, setAgreed] = useState(false);
  const isNew = plan.counts.nearMisses.new > 0;
  return (
    <Stack direction="column" gap={2}>
      <p role="status">{summaryText(file, plan)}</p>
      {plan.nearMisses.length > 0 && <PlanTable plan={plan} />}
      {odd.length > 0 && <OddMoments odd={odd} agreed={agreed} onAgree={setAgreed} />}
      {isNew && <PlaceField places={places} place={place} onChange={onPlace} />}
      {total === 0 && (
        <p>
          <Trans i18nKey="import.nothing-new">There is nothing in this file to import.</Trans>
        </p>
      )}
      <Stack wrap="wrap">
        {total > 0 && (
          <Button disabled={place === null || (odd.length > 0 && !agreed)} onClick={() => place && onStart(place)}>
            {t('import.start', '', {
              count: total,
              defaultValue_one: 'Import: write {{count}} annotation',
              defaultValue_other: 'Import: write {{count}} annotations',
            })}
          </Button>
        )}
        <Button variant="secondary" onClick={onDrop}>
          <Trans i18nKey="import.drop">Put the file away</Trans>
        </Button>
      </Stack>
    </Stack>
  );
}

function summaryText({ name, content }: ChosenFile, { counts }: ImportPlan): string {
  const from = content.grafana
    ? t('import.from', '{{name}}, from {{grafana}}', { name, grafana: content.grafana })
    : name;
  return t(
    'import.summary',
    '{{from}}. Near misses: {{new}} new, {{same}} same, {{refused}} refused. Changes and entries: {{addedNew}} new, {{addedSame}} same, {{addedRefused}} refused. Nothing is written yet.',
    {
      from,
      ...counts.nearMisses,
      addedNew: counts.additions.new,
      addedSame: counts.additions.same,
      addedRefused: counts.additions.refused,
    }
  );
}
