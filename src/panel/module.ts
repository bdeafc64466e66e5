import { PanelPlugin } from '@grafana/data';
import { migrateOptions } from './migrateOptions';
import { NearMissPanel } from './NearMissPanel';
import { DEFAULT_OPTIONS, type NearMissesOptions } from './NearMissesOptions';

const option = <K extends keyof NearMissesOptions>(path: K, name: string, description?: string) => ({
  path,
  name,
  description,
  defaultValue: DEFAULT_OPTIONS[path],
  settings: { integer: true, min: 0 },
});

const choices = <const T extends string>(...named: Array<readonly [T, string]>) => ({
  settings: { options: named.map(([value, label]) => ({ value, label })) },
});

// None of these words is translated: the library would multiply a file that every dashboard with the panel loads.
const NAMES = 'Empty: all; may hold variables, such as $team';

export const plugin = new PanelPlugin<NearMissesOptions>(NearMissPanel)
  .setMigrationHandler(({ options }) => migrateOptions(options))
  .setPanelOptions((builder) =>
    builder
      .addRadio({
        ...option('view', 'View'),
        ...choices(['list', 'List'], ['timeline', 'Timeline'], ['story', 'Story']),
      })
      .addSelect({
        ...option('groupBy', 'Group by', 'Auto: the timeline alone, by service'),
        ...choices(['', 'Auto'], ['team', 'Team'], ['service', 'Service'], ['kind', 'Kind'], ['savedBy', 'Saved by']),
        showIf: ({ view }) => view !== 'story',
      })
      .addNumberInput({
        ...option('turnEvery', 'Tell one', 'Seconds each, closed ones only; 0: off'),
        showIf: ({ view }) => view === 'story',
      })
      .addTextInput(option('team', 'Team', NAMES))
      .addTextInput(option('service', 'Service', NAMES))
      .addNumberInput(option('days', 'Days back', '0: the dashboard’s time range'))
      .addBooleanSwitch(option('showStarted', 'Show started', 'Graphs kept without words yet'))
      .addBooleanSwitch(option('showWithdrawn', 'Show withdrawn'))
      .addNumberInput(option('limit', 'Read at most', 'Annotations, newest first; 0: all'))
  );
