/* eslint-disable @grafana/i18n/no-untranslated-strings -- the library would multiply a file that every such dashboard loads */
import { PanelPlugin } from '@grafana/data';
import { NearMissPanel } from './NearMissPanel';
import { DEFAULT_OPTIONS, type NearMissesOptions } from './NearMissesOptions';

const defaultOf = <K extends keyof NearMissesOptions>(path: K) => ({ path, defaultValue: DEFAULT_OPTIONS[path] });
const whole = { integer: true, min: 0 };

export const plugin = new PanelPlugin<NearMissesOptions>(NearMissPanel).setPanelOptions((builder) =>
  builder
    .addRadio({
      ...defaultOf('view'),
      name: 'View',
      settings: {
        options: [
          { value: 'list', label: 'List' },
          { value: 'timeline', label: 'Timeline' },
          { value: 'story', label: 'Story' },
        ],
      },
    })
    .addTextInput({
      ...defaultOf('team'),
      name: 'Team',
      description: 'Empty for all; may hold variables, such as $team',
    })
    .addTextInput({ ...defaultOf('service'), name: 'Service', description: 'Empty for all; may hold variables' })
    .addNumberInput({
      ...defaultOf('days'),
      name: 'Days back',
      description: '0: the dashboard’s time range',
      settings: whole,
    })
    .addBooleanSwitch({
      ...defaultOf('showStarted'),
      name: 'Show started',
      description: 'Graphs kept without words yet',
    })
    .addBooleanSwitch({ ...defaultOf('showWithdrawn'), name: 'Show withdrawn' })
    .addNumberInput({
      ...defaultOf('limit'),
      name: 'Read at most',
      description: 'Annotations, newest first; 0: all',
      settings: whole,
    })
);
