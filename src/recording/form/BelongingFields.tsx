import React, { useRef } from 'react';
import { TextField } from '../../components/fields/TextField';
import { nameList, namesIn } from '../../domain/text/nameList';
import type { FormProps } from './FormProps';
import { OfferChips } from './OfferChips';
import { t } from '../../i18n/t';

/** Team and services, typed or pressed. A pressed team gives back what was typed before it when it is pressed again. */
export function BelongingFields({ values, onChange, teams, offers }: FormProps) {
  const typed = useRef('');
  const chosen = namesIn(values.services);
  const pressTeam = (offer: string) => {
    if (values.team === offer) {
      onChange({ team: typed.current });
    } else {
      typed.current = offers?.teams.includes(values.team) ? typed.current : values.team;
      onChange({ team: offer });
    }
  };
  const pressService = (offer: string) => {
    const others = chosen.filter((each) => each !== offer);
    onChange({ services: nameList(chosen.includes(offer) ? others : [...chosen, offer]) });
  };
  return (
    <>
      <div>
        <TextField
          label={t('form.team', 'Team')}
          description={t('form.team-hint', 'Whose system it was')}
          value={values.team}
          onChange={(team) => onChange({ team })}
          offers={teams}
        />
        <OfferChips
          label={t('form.team-offers', 'Teams of this dashboard')}
          offers={offers?.teams ?? []}
          isChosen={(offer) => values.team === offer}
          onPress={pressTeam}
        />
      </div>
      <div>
        <TextField
          label={t('form.services', 'Services')}
          description={t('form.services-hint', 'Separated by commas; one with a comma inside in quotes')}
          value={values.services}
          onChange={(services) => onChange({ services })}
        />
        <OfferChips
          label={t('form.service-offers', 'Services of this dashboard')}
          offers={offers?.services ?? []}
          isChosen={(offer) => chosen.includes(offer)}
          onPress={pressService}
        />
      </div>
    </>
  );
}
