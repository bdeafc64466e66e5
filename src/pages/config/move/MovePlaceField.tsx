import { RadioButtonList } from '@grafana/ui';
import React, { useId } from 'react';
import { LabelledGroup } from '../../../components/fields/LabelledGroup';
import type { MovePlace } from './movePlaces';
import type { Place } from '../../../domain/record/place';
import { placeKey, placeLabel } from '../../../components/words/labels';

interface Props {
  legend: string;
  places: readonly MovePlace[];
  place: Place | null;
  /** Why a place cannot be chosen; empty when it can. */
  problemOf: (place: MovePlace) => string;
  about: (place: MovePlace) => string;
  onChange: (place: Place) => void;
}

/** One of the places; one that cannot be chosen is shown with the reason, not hidden. */
export function MovePlaceField({ legend, places, place, problemOf, about, onChange }: Props) {
  const name = useId();
  return (
    <LabelledGroup legend={legend}>
      <RadioButtonList
        name={name}
        options={places.map((one) => ({
          value: placeKey(one.place),
          label: placeLabel(one.place, one.title),
          description: problemOf(one) || about(one),
        }))}
        disabledOptions={places.filter((one) => problemOf(one) !== '').map((one) => placeKey(one.place))}
        value={place ? placeKey(place) : ''}
        onChange={(key) => {
          const chosen = places.find((one) => placeKey(one.place) === key);
          if (chosen) {
            onChange(chosen.place);
          }
        }}
      />
    </LabelledGroup>
  );
}
