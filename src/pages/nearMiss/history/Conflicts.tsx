import { Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import React from 'react';
import { SendingNotice } from '../../../components/notices/SendingNotice';
import type { Conflict, NearMiss } from '../../../domain/fold/nearMiss';
import type { FieldName } from '../../../domain/record/record';
import { useSending } from '../../../storage/react/useSending';
import { changeWrite, isBusy } from '../model/changeWrite';
import type { FieldSet, PageModel } from '../model/PageModel';
import { Byline } from '../model/Byline';
import { fieldLabel } from '../model/fieldLabel';
import { fieldText } from './fieldText';
import { mayTry } from '../model/editing';
import { t } from '../../../i18n/t';

/** Fields that two people changed from the same base: both values stand, one click picks. */
export function Conflicts({ page }: { page: PageModel }) {
  return (
    <>
      {page.file.nearMiss.conflicts.map((conflict) => (
        <OneConflict key={conflict.field} page={page} conflict={conflict} />
      ))}
    </>
  );
}

function OneConflict({ page, conflict }: { page: PageModel; conflict: Conflict }) {
  const { field } = conflict;
  const sending = useSending({ subject: page.file.nearMiss.id, field: `pick:${field}` });
  const pick = (picked: Conflict['values'][number]) =>
    void sending.send(changeWrite(page.file.nearMiss, pickedFields(page.file.nearMiss, field, picked)));
  return (
    <Alert
      severity="info"
      title={t('conflict.title', '{{field}}: changed in two ways at once', {
        field: fieldLabel(field),
      })}
    >
      <p>
        <Trans i18nKey="conflict.hint">Both are kept. Until somebody picks one, the last one is shown.</Trans>
      </p>
      <ul aria-label={t('conflict.values', 'The values')}>
        {conflict.values.map((one) => (
          <li key={one.changeId}>
            <Stack alignItems="center" wrap="wrap">
              <span>{fieldText(field, { [field]: one.value }, page)}</span>
              <span>
                (<Byline author={one.author} />)
              </span>
              {mayTry(page.editing) && (
                <Button size="sm" variant="secondary" disabled={isBusy(sending)} onClick={() => pick(one)}>
                  <Trans i18nKey="conflict.pick">Keep this one</Trans>
                </Button>
              )}
            </Stack>
          </li>
        ))}
      </ul>
      <SendingNotice sending={sending} />
    </Alert>
  );
}

/** A series goes with the stretch and the limit that were chosen on it. */
function pickedFields(
  { history }: NearMiss,
  field: FieldName,
  { changeId, value }: Conflict['values'][number]
): FieldSet {
  const { stretch, limit } = (field === 'series' && history.find((item) => item.changeId === changeId)?.set) || {};
  return { stretch, limit, [field]: value };
}
