import { Alert, RadioButtonList } from '@grafana/ui';
import React, { type RefObject, useEffect, useId, useRef } from 'react';
import type { Journal } from '../domain/record/journals';
import { journalName } from '../components/words/labels';
import { useDashboardName } from '../components/words/useDashboardName';
import { LabelledGroup } from '../components/fields/LabelledGroup';
import type { Denied } from '../grafana/rights';
import type { Place } from '../domain/record/place';
import { t } from '../i18n/t';

interface PlaceDeniedProps {
  /** The journal's name. */
  title: string;
  denied: Denied;
}

/** Said where the place is chosen, before anyone types: nothing can be saved in that journal. */
function PlaceDenied({ title, denied }: PlaceDeniedProps) {
  return (
    <Alert severity="warning" title={titleText(title, denied)}>
      {aboutText(denied)}
    </Alert>
  );
}

function titleText(title: string, denied: Denied): string {
  return denied === 'gone'
    ? t('place-denied.gone', 'The journal “{{title}}” is gone', { title })
    : t('place-denied.no-right', 'You may not write to the journal “{{title}}”', { title });
}

function aboutText(denied: Denied): string {
  switch (denied) {
    case 'gone':
      return t(
        'place-denied.gone-about',
        'Its dashboard was deleted. Choose below who will read it instead, and tell an administrator: Near Miss still sends near misses there.'
      );
    case 'forbidden':
      return t(
        'place-denied.forbidden-about',
        'Its dashboard is hidden from you. Choose below who will read it instead, or ask for the right to edit that dashboard.'
      );
    case 'no-right':
      return t(
        'place-denied.no-right-about',
        'You may view its dashboard, not edit it. Choose below who will read it instead, or ask for that right.'
      );
  }
}

interface Props {
  /** null while somebody has yet to choose. */
  place: Place | null;
  journals: readonly PlaceJournal[];
  /** Why nothing can be saved in that place. */
  denied: Denied | null;
  /** The journal that it would go to, but for that. */
  skipped?: RefusedJournal | null;
  onChange: (place: Place) => void;
  /** Somebody tried to save before choosing. */
  unchosen?: boolean;
}

const ORGANIZATION = 'organization';

/** A journal, which is offered unless it is `hidden` from the current user. */
export interface PlaceJournal extends Journal {
  hidden?: boolean;
}

export interface RefusedJournal {
  dashboardUid: string;
  denied: Denied;
}

/**
 * Who will read it, said and chosen before the first word; one sentence where there is nothing to choose. Until it is chosen the
 * browser counts it as invalid: see `isStoppedByUnread`.
 */
export function WhoReads({ place, journals, denied, skipped = null, onChange, unchosen = false }: Props) {
  const name = useId();
  const needed = t('record.needs-readers', 'Choose who will read it.');
  const choices = useInvalidWhile(place === null, needed);
  const chosen = place?.kind === 'journal' ? place.dashboardUid : '';
  const refused = skipped ?? (denied && chosen !== '' ? { dashboardUid: chosen, denied } : null);
  const knownTitle = (uid: string) => journals.find(({ dashboardUid }) => dashboardUid === uid)?.title;
  // One that was taken out of the settings after somebody began to write.
  const chosenName = useDashboardName(chosen, knownTitle(chosen));
  const refusedUid = refused?.dashboardUid ?? '';
  const refusedName = useDashboardName(refusedUid, knownTitle(refusedUid));
  if (journals.length === 0 && place) {
    return <p>{readersText(place, chosenName)}</p>;
  }
  const isOffered = ({ dashboardUid, hidden }: PlaceJournal) => !hidden || dashboardUid === chosen;
  const options = [
    { value: ORGANIZATION, label: readersText({ kind: ORGANIZATION }, '') },
    ...journals.filter(isOffered).map(({ dashboardUid, title }) => ({
      value: dashboardUid,
      label: readersText({ kind: 'journal', dashboardUid }, journalName(title)),
    })),
  ];
  return (
    <>
      {refused && <PlaceDenied title={refusedName} denied={refused.denied} />}
      <div
        ref={choices}
        role="presentation"
        // It is said here in Grafana's way.
        onInvalid={(event) => event.preventDefault()}
      >
        <LabelledGroup legend={t('readers.choose', 'Who will read it?')} error={unchosen ? needed : undefined}>
          <RadioButtonList
            name={name}
            options={options}
            // Without a value the browser would keep the last one ticked, and ticking it again would tell nobody.
            value={chosen || (place?.kind ?? '')}
            onChange={(value) =>
              onChange(value === ORGANIZATION ? { kind: ORGANIZATION } : { kind: 'journal', dashboardUid: value })
            }
          />
        </LabelledGroup>
      </div>
    </>
  );
}

/** For a group of radio buttons, none of which is to blame more than another: the first is taken to. */
function useInvalidWhile(invalid: boolean, why: string): RefObject<HTMLDivElement> {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('input')?.setCustomValidity(invalid ? why : ''));
  return group;
}

/** The same in a few words. */
export function useReadersLine({ place, journals }: Pick<Props, 'place' | 'journals'>): string {
  const chosen = place?.kind === 'journal' ? place.dashboardUid : '';
  const title = useDashboardName(chosen, journals.find(({ dashboardUid }) => dashboardUid === chosen)?.title);
  if (!place) {
    return t('readers.choose', 'Who will read it?');
  }
  if (place.kind === 'organization') {
    return t('readers.line-organization', 'Everyone in the organization reads this');
  }
  return t('readers.line-journal', 'Readers of the journal “{{title}}” read this', { title });
}

/** A sentence; `title` is the journal's, and of no use for the organization. */
export function readersText(place: Place, title: string): string {
  if (place.kind === 'organization') {
    return t(
      'readers.organization',
      'Everybody in this organization can read it: every Viewer, also those who may not open the dashboard.'
    );
  }
  return t('readers.journal', 'Whoever may view the journal “{{title}}” can read it, nobody else.', {
    title,
  });
}
