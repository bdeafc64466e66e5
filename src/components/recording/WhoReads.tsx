import { t } from '@grafana/i18n';
import { RadioButtonList } from '@grafana/ui';
import React, { useId } from 'react';
import type { Journal } from '../../domain/journalsOf';
import type { Place } from '../../domain/nearMiss';
import { LabelledGroup } from '../NearMissForm/LabelledGroup';
import { unescaped } from '../unescaped';

interface Props {
  /** null while somebody has yet to choose. */
  place: Place | null;
  journals: readonly Journal[];
  onChange: (place: Place) => void;
}

const ORGANIZATION = 'organization';

/** Who will read it, said and chosen before the first word; one sentence where there is nothing to choose. */
export function WhoReads({ place, journals, onChange }: Props) {
  const name = useId();
  if (journals.length === 0 && place) {
    return <p>{readersText(place, journals)}</p>;
  }
  const options = [
    { value: ORGANIZATION, label: readersText({ kind: 'organization' }, journals) },
    ...journals.map(({ dashboardUid }) => ({
      value: dashboardUid,
      label: readersText({ kind: 'journal', dashboardUid }, journals),
    })),
  ];
  return (
    <LabelledGroup legend={t('readers.choose', 'Who will read it?')}>
      <RadioButtonList
        name={name}
        options={options}
        value={place?.kind === 'journal' ? place.dashboardUid : place?.kind}
        onChange={(value) =>
          onChange(value === ORGANIZATION ? { kind: ORGANIZATION } : { kind: 'journal', dashboardUid: value })
        }
      />
    </LabelledGroup>
  );
}

function readersText(place: Place, journals: readonly Journal[]): string {
  if (place.kind === 'organization') {
    return t(
      'readers.organization',
      'Everybody in this organization can read it: every Viewer, also those who may not open the dashboard.'
    );
  }
  const { title } = journals.find(({ dashboardUid }) => dashboardUid === place.dashboardUid) ?? {
    title: place.dashboardUid,
  };
  return t('readers.journal', 'Whoever may view the journal “{{title}}” can read it, nobody else.', {
    title,
    ...unescaped,
  });
}
