import { aNearMiss } from '../../testing/builders/builders';
import { watchedOf } from './watchedOf';

const person = { savedBy: ['person'], links: [], outcome: '' } as const;

it('counts what a machine saved and what names an alert rule, and leaves the rest unknown', () => {
  const rule = 'https://grafana.example.org/alerting/grafana/abc/view';
  expect(
    watchedOf([
      aNearMiss({ ...person, savedBy: ['automation', 'luck'] }),
      aNearMiss({ ...person, savedBy: ['alert'], links: [rule] }),
      aNearMiss({ ...person, outcome: `There is a rule now: ${rule}` }),
      aNearMiss({ ...person, links: ['https://example.org/changes/17'], outcome: 'We talked about alerting.' }),
    ])
  ).toEqual({ byMachine: 2, namesRule: 2, notKnown: 1 });
});

it.each([
  ['https://g.example/alerting/grafana/abc/view', 1],
  ['https://g.example/grafana/alerting/grafana/abc/view?tab=history', 1],
  ['/alerting/Prometheus%20EU/pri%24x%24y/view', 1],
  ['/alerting/Loki/Disk%20full/find', 1],
  ['It is at https://g.example/alerting/abc/edit.', 1],
  ['https://wiki.example/alerting/oncall-handbook', 0],
  ['https://g.example/alerting/list', 0],
  ['https://g.example/alerting/silence/abc/edit', 0],
  ['https://g.example/alerting/routes/mute-timing/edit', 0],
  ['https://g.example/alerting/notifications/receivers/mail/edit', 0],
  ['https://wiki.example/alerting/how/we/view-it', 0],
  ['https://wiki.example/alerting/our-rules/editors', 0],
])('takes %j for the address of %i alert rules', (link, rules) => {
  expect(watchedOf([aNearMiss({ ...person, links: [link] })])).toMatchObject({ namesRule: rules });
  expect(watchedOf([aNearMiss({ ...person, outcome: link })])).toMatchObject({ namesRule: rules });
});
