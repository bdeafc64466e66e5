import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Checkbox, useStyles2 } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { TextField } from '../../../components/fields/TextField';
import { whoAmI } from '../../../grafana/whoAmI';
import { MovePlaceField } from './MovePlaceField';
import { type MovePlace, movePlaces } from './movePlaces';
import type { MoveChoice } from './useMove';
import type { Place } from '../../../domain/record/place';
import { placeKey } from '../../../components/words/labels';
import { type NearMissesIn, movedOf, nearMissesKeptIn } from '../../../domain/transfer/nextMoveStep';
import type { Movable } from '../../../storage/transfer/moveNearMisses';
import { t } from '../../../i18n/t';

interface Props {
  movable: Movable;
  onMove: (choice: MoveChoice) => void;
}

/** From where, of which team, to where; and what that means, before anything is moved. */
export function MoveForm({ movable, onMove }: Props) {
  const styles = useStyles2(getStyles);
  const [from, setFrom] = useState<Place | null>(null);
  const [team, setTeam] = useState('');
  const [to, setTo] = useState<Place | null>(null);
  const [added, setAdded] = useState(false);
  const places = useMemo(() => movePlaces(movable), [movable]);
  const { nearMisses } = movable;
  const isFrom = ({ place }: MovePlace) => from !== null && placeKey(place) === placeKey(from);
  const target = places.find(({ place }) => to !== null && placeKey(place) === placeKey(to));
  const found = from && nearMissesKeptIn(nearMisses, from, team);
  const chosen = from && target && !isFrom(target) ? { from, to: target.place, team: team.trim(), added } : null;
  return (
    <div className={styles.form}>
      <MovePlaceField
        legend={t('move.from', 'Where are they now?')}
        places={places}
        place={from}
        problemOf={({ problem }) => problem}
        about={({ place }) => countText(nearMissesKeptIn(nearMisses, place, ''))}
        onChange={setFrom}
      />
      <div className={styles.text}>
        <TextField
          label={t('move.team', 'Team (empty: all)')}
          value={team}
          onChange={setTeam}
          offers={[...new Set(nearMisses.map(({ nearMiss }) => nearMiss.team))].filter(Boolean).sort()}
        />
      </div>
      <MovePlaceField
        legend={t('move.to', 'Where are they to go?')}
        places={places.filter((place) => !isFrom(place))}
        place={to}
        problemOf={({ problem, unfit }) => problem || unfit}
        about={({ readers }) => readers}
        onChange={setTo}
      />
      {found && <p role="status">{foundText(found, added)}</p>}
      {found && found.addedTo.length > 0 && (
        <Checkbox
          label={addedText(found.addedTo.length)}
          description={t(
            'move.added-hint',
            'It does not count while it lies here. Moved to where they are kept it counts, under its writer’s name: look at their pages first.'
          )}
          value={added}
          onChange={(event) => setAdded(event.currentTarget.checked)}
        />
      )}
      {chosen && target && found && countOf(found, added) > 0 && (
        <>
          <Consequences target={target} />
          <div>
            <Button onClick={() => onMove(chosen)}>{moveText(countOf(found, added))}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function Consequences({ target: { readers } }: { target: MovePlace }) {
  return (
    <Alert severity="warning" title={t('move.readers', 'Who will be able to read them afterwards')}>
      <p>{readers}</p>
      <p>
        {t(
          'move.authors',
          'All words keep their first author, with you beside them: “copied by {{login}}, first written by anna”. Grafana itself will name you.',
          { login: whoAmI().login }
        )}
      </p>
    </Alert>
  );
}

const countOf = (found: NearMissesIn, added: boolean) => movedOf(found, added).length;

function addedText(count: number): string {
  return t('move.added', '', {
    count,
    defaultValue_one: 'Also what was added here to {{count}} near miss that is kept elsewhere',
    defaultValue_other: 'Also what was added here to {{count}} near misses that are kept elsewhere',
  });
}

function foundText(found: NearMissesIn, added: boolean): string {
  return countOf(found, added) > 0
    ? t('move.found', 'To move: {{what}}.', { what: countText(found) })
    : t('move.nothing', 'There is nothing to move.');
}

function countText({ whole, leftovers }: NearMissesIn): string {
  const count = t('move.count', '', {
    count: whole.length,
    defaultValue_zero: 'No near miss',
    defaultValue_one: '{{count}} near miss',
    defaultValue_other: '{{count}} near misses',
  });
  const rest = t('move.leftovers', '', {
    count: leftovers.length,
    defaultValue_one: 'and what is left of {{count}} that was moved before',
    defaultValue_other: 'and what is left of {{count}} that were moved before',
  });
  return leftovers.length > 0 ? `${count}, ${rest}` : count;
}

function moveText(count: number): string {
  return t('move.start', '', {
    count,
    defaultValue_one: 'Move {{count}} near miss',
    defaultValue_other: 'Move {{count}} near misses',
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'grid', rowGap: theme.spacing(2), '& p': { margin: 0 } }),
  text: css({ maxWidth: 480 }),
});
