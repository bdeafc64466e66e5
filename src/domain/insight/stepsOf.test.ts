import { aNearMissWithoutGraph } from '../../testing/builders/builders';
import { stepsOf } from './stepsOf';

const bare = { cue: '', noticedAt: null, evidence: null, status: 'recorded', outcome: '' } as const;
const steps = (over: Parameters<typeof aNearMissWithoutGraph>[0]) =>
  stepsOf([aNearMissWithoutGraph({ ...bare, ...over })]);

it('counts what was only written down as noticed', () => {
  expect(steps({ cue: '  ' })).toEqual({ noticed: 1, lookedAt: 0, told: 0, closed: 0 });
});

it.each([{ cue: 'No dips.' }, { noticedAt: 1 }, { evidence: { series: [], dropped: [] } }])(
  'was looked at with %o',
  (over) => {
    expect(steps(over).lookedAt).toBe(1);
  }
);

it('was told once it was discussed, and led to something only when it was closed with words', () => {
  expect(steps({ status: 'discussed', outcome: 'Soon' })).toMatchObject({ told: 1, closed: 0 });
  expect(steps({ status: 'closed', outcome: ' ' })).toMatchObject({ told: 1, closed: 0 });
  expect(steps({ status: 'closed', outcome: 'It scales by itself.' })).toMatchObject({ told: 1, closed: 1 });
});
