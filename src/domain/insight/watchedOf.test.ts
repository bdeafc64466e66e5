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
