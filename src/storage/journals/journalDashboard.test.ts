import { journalDashboard } from './journalDashboard';

it('is one near-miss panel over the last 90 days, and warns of its own deletion; its annotations are not drawn', () => {
  expect(journalDashboard({ uid: 'j', title: 'Payments journal', team: 'payments' })).toEqual({
    uid: 'j',
    title: 'Payments journal',
    description:
      'A journal of Near Miss. Deleting this dashboard deletes the near misses kept in it; export them first.',
    tags: ['near-miss'],
    schemaVersion: 41,
    editable: true,
    time: { from: 'now-90d', to: 'now' },
    annotations: {
      list: [
        {
          builtIn: 1,
          datasource: { type: 'grafana', uid: '-- Grafana --' },
          enable: true,
          hide: true,
          iconColor: 'rgba(0, 211, 255, 1)',
          name: 'Annotations & Alerts',
          type: 'dashboard',
        },
      ],
    },
    templating: { list: [] },
    panels: [
      {
        id: 1,
        type: 'resilience-nearmiss-panel',
        title: 'Near misses',
        gridPos: { x: 0, y: 0, w: 24, h: 18 },
        targets: [],
        fieldConfig: { defaults: {}, overrides: [] },
        options: { team: 'payments' },
      },
    ],
  });
});
