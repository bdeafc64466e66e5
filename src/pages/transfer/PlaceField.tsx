import { RadioButtonList } from '@grafana/ui';
import React, { useId } from 'react';
import { LabelledGroup } from '../../components/fields/LabelledGroup';
import type { PlaceRight } from '../../storage/journals/writablePlaces';
import type { Place } from '../../domain/record/place';
import { placeKey, placeLabel } from '../../components/words/labels';
import { t } from '../../i18n/t';

interface Props {
  places: readonly PlaceRight[];
  place: Place | null;
  onChange: (place: Place) => void;
}

/** Where new near misses go, and with that who will read them; where the user may not write is shown, not hidden. */
export function PlaceField({ places, place, onChange }: Props) {
  const name = useId();
  const options = places.map((right) => ({
    value: placeKey(right.place),
    label: placeLabel(right.place, right.title),
    description: right.mayWrite ? readersOf(right) : t('place.denied', 'You may not write there.'),
  }));
  return (
    <LabelledGroup legend={t('place.legend', 'Where do new near misses go?')}>
      <RadioButtonList
        name={name}
        options={options}
        disabledOptions={places.filter(({ mayWrite }) => !mayWrite).map((right) => placeKey(right.place))}
        value={place ? placeKey(place) : undefined}
        onChange={(key) => {
          const chosen = places.find((right) => placeKey(right.place) === key);
          if (chosen) {
            onChange(chosen.place);
          }
        }}
      />
    </LabelledGroup>
  );
}

function readersOf({ place }: PlaceRight): string {
  return place.kind === 'organization'
    ? t('place.organization-readers', 'Everybody in this organization can read them.')
    : t('place.journal-readers', 'Whoever may view that dashboard can read them, nobody else.');
}
