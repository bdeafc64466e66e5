import { Alert, Checkbox } from '@grafana/ui';
import React from 'react';
import type { OddNearMiss } from '../../domain/transfer/oddInPlan';
import { oddMomentText } from '../../domain/story/oddMomentText';
import { useSpeech } from '../../components/words/useSpeech';
import { momentLabel } from '../../components/words/momentLabel';
import { t } from '../../i18n/t';

interface Props {
  odd: readonly OddNearMiss[];
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}

/** Which near misses of the file have moments that hardly anybody means; they are imported once somebody agrees. */
export function OddMoments({ odd, agreed, onAgree }: Props) {
  const speech = useSpeech();
  const now = Date.now();
  return (
    <Alert severity="warning" title={t('import.odd', 'Some moments in this file look wrong')}>
      <ul>
        {odd.map(({ id, title, odd: moments }) => (
          <li key={id}>
            {title}
            <ul>
              {moments.map((moment) => (
                <li key={moment.of}>
                  {momentLabel(moment.of)}: {oddMomentText(moment.at, moment.odd, now, speech)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Checkbox
        label={t('import.odd-agree', 'Import them as they are')}
        description={t(
          'import.odd-about',
          'Their moments can be corrected later, on the page of each. Or correct the file and choose it again.'
        )}
        value={agreed}
        onChange={(event) => onAgree(event.currentTarget.checked)}
      />
    </Alert>
  );
}
