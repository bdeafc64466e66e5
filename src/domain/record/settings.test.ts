import fc from 'fast-check';
import { QUESTIONS, questionsWith } from './questions';
import { readSettings } from './settings';

const NOTHING = { teams: [], extraQuestions: [], journals: [] };

it('reads what the configuration page wrote', () => {
  const settings = {
    teams: [{ name: 'payments', journalUid: 'j1' }],
    extraQuestions: [{ key: 'x1', text: 'What would have helped?', why: 'To plan.' }],
    journals: [{ folderUid: 'f', dashboardUid: 'j1', title: 'Journal' }],
  };
  expect(readSettings(settings)).toEqual(settings);
});

it('is empty before the first save and survives anything', () => {
  expect(readSettings(undefined)).toEqual(NOTHING);
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (teams, journals) => {
      expect(Object.keys(readSettings({ teams, journals }))).toEqual(Object.keys(NOTHING));
    })
  );
});

it('keeps the readable ones among damaged ones', () => {
  const raw = {
    teams: [{ name: ' ' }, null, { name: ' search ' }],
    journals: [{ folderUid: 'f' }, { folderUid: 'f', dashboardUid: 'd' }],
    extraQuestions: [{ key: 'x', text: 5 }],
  };
  expect(readSettings(raw)).toEqual({
    teams: [{ name: 'search', journalUid: '' }],
    journals: [{ folderUid: 'f', dashboardUid: 'd', title: '' }],
    extraQuestions: [],
  });
});

it('asks the five questions first, then the team’s own, each key once', () => {
  const own = { key: 'x1', text: 'Own?', why: '' };
  expect(questionsWith([own, { ...own, key: 'q1' }])).toEqual([...QUESTIONS, own]);
  expect(QUESTIONS.map(({ key }) => key)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
});
