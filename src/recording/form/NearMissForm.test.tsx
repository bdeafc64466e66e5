import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { settle } from '../../testing/render/settle';
import { formProblems } from './formProblems';
import { emptyValues, type FormValues } from './formValues';
import { NearMissForm } from './NearMissForm';

type Props = Parameters<typeof NearMissForm>[0];
const NOW = Date.UTC(2026, 10, 3, 17);
const START = emptyValues('trend', Date.UTC(2026, 10, 3, 16));
const FILLED: Partial<FormValues> = { almost: 'The shop would have closed.', savedBy: ['luck'] };

/** The form as a page holds it; `try to save` shows what is missing. */
function open(filled: Partial<FormValues> = {}, over: Partial<Props> = {}) {
  let last = { ...START, ...filled };
  const Page = () => {
    const [values, setValues] = useState(last);
    const [tried, setTried] = useState(false);
    last = values;
    return (
      <>
        <NearMissForm
          values={values}
          onChange={(part) => setValues((before) => ({ ...before, ...part }))}
          problems={tried ? formProblems(values, NOW) : {}}
          timeZone="utc"
          {...over}
        />
        <button onClick={() => setTried(true)}>try to save</button>
      </>
    );
  };
  render(<Page />);
  const user = userEvent.setup({ delay: null });
  return { user, values: () => last, save: () => user.click(screen.getByRole('button', { name: 'try to save' })) };
}

const field = (name: RegExp) => screen.getByRole('textbox', { name });

it('shows as the title what it will be called without one', async () => {
  const { user, values } = open();
  await user.click(field(/What almost happened/));
  await user.paste('The shop would have closed; for everybody.');
  expect(field(/^Title/)).toHaveAttribute('placeholder', 'The shop would have closed');
  expect(values().title).toBe('');
});

it('gives what is typed, each field its own', async () => {
  const { user, values } = open();
  for (const [name, text] of [
    [/What almost happened/, 'almost'],
    [/^Title/, 'title'],
    [/How did that save it/, 'how'],
    [/^Cue/, 'cue'],
    [/^Action/, 'done'],
    [/Services/, 'a, b'],
    [/Links/, 'https://a.example'],
    [/Recorded for/, 'ben'],
  ] as const) {
    await user.click(field(name));
    await user.paste(text);
  }
  expect(values()).toEqual({
    ...START,
    ...{ almost: 'almost', title: 'title', savedHow: 'how', cue: 'cue', action: 'done' },
    ...{ services: 'a, b', links: 'https://a.example', recordedFor: 'ben' },
  });
});

it('takes several things that saved it, always in the same order, and takes one back', async () => {
  const { user, values } = open();
  await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  await user.click(screen.getByRole('checkbox', { name: 'Person' }));
  expect(values().savedBy).toEqual(['person', 'luck']);
  await user.click(screen.getByRole('checkbox', { name: 'Luck' }));
  expect(values().savedBy).toEqual(['person']);
});

it.each([
  [true, 'first'],
  [false, 'among the details'],
])('asks for the kind once: first where it differs most (%s)', async (kindFirst) => {
  const { user, values } = open({}, { kindFirst });
  await user.click(screen.getByRole('radio', { name: 'Exposure' }));
  expect(values().kind).toBe('exposure');
  const kind = screen.getByRole('group', { name: 'Kind' });
  const after = kind.compareDocumentPosition(field(/What almost happened/)) & Node.DOCUMENT_POSITION_FOLLOWING;
  expect(after !== 0).toBe(kindFirst);
});

it('says nothing is missing before somebody tried, then takes them to the first thing that is', async () => {
  const { save } = open();
  expect(screen.queryByText(/Say in a sentence/)).not.toBeInTheDocument();
  await save();
  expect(screen.getByText('Say in a sentence what almost happened.')).toBeInTheDocument();
  expect(field(/What almost happened/)).toHaveFocus();
});

it('takes them to the boxes, where only those are missing', async () => {
  const { save } = open({ ...FILLED, savedBy: [] });
  await save();
  expect(screen.getByRole('checkbox', { name: 'Person' })).toHaveFocus();
});

it('takes them to a detail that makes no sense, unfolding what hides it', async () => {
  const { save } = open({ ...FILLED, links: 'javascript:x' }, { foldDetails: true });
  const folded = screen.getByText(/^More, now or later/).closest('details');
  expect(folded).not.toHaveAttribute('open');
  await save();
  expect(folded).toHaveAttribute('open');
  expect(field(/Links/)).toHaveFocus();
});

it('leaves the details open under whoever mends one, and lets them be folded afterwards', async () => {
  const { user, save } = open({ ...FILLED, links: 'foo' }, { foldDetails: true });
  await save();
  await user.clear(field(/Links/));
  await user.paste('https://a.example');
  await settle();
  expect(field(/Links/)).toBeVisible();
  expect(field(/Links/)).toHaveFocus();
  await user.click(screen.getByText(/^More, now or later/));
  await settle();
  expect(screen.getByLabelText(/Links/)).not.toBeVisible();
});

const SECONDS = Date.UTC(2026, 10, 3, 16) / 1_000;
const question = (of: string) => screen.queryByRole('group', { name: `Is this right: ${of}` });

it('asks about a moment in seconds, and puts it right with one click', async () => {
  const { user, values, save } = open({ ...FILLED, actedAt: SECONDS });
  expect(question('Acted at')).toHaveTextContent(/This is 1970-01-21.*was it 2026-11-03 16:00 UTC\+00:00\?/);
  await save();
  expect(screen.getByLabelText('Acted at')).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Use 2026-11-03 16:00 UTC+00:00' }));
  expect(values().actedAt).toBe(SECONDS * 1_000);
  expect(question('Acted at')).not.toBeInTheDocument();
});

it('asks about a moment ahead once, and takes yes for an answer', async () => {
  const ahead = Date.now() + 3 * 3_600_000;
  const { user, values } = open({ ...FILLED, noticedAt: ahead, actedAt: ahead });
  expect(question('Noticed at')).toHaveTextContent(/in the future/);
  expect(question('Acted at')).toHaveTextContent(/in the future/);
  await user.click(screen.getAllByRole('button', { name: 'It is right' })[0] ?? document.body);
  expect(question('Noticed at')).not.toBeInTheDocument();
  expect(question('Acted at')).not.toBeInTheDocument();
  expect(values()).toMatchObject({ noticedAt: ahead, actedAt: ahead, sure: [ahead] });
});

describe('names of the dashboard', () => {
  const offers = { teams: ['Payments', 'Search'], services: ['cart', 'mail'] };
  const chip = (name: string) => screen.getByRole('button', { name });
  const team = () => field(/^Team/);

  it('fill in the team with one press, and pressed again give back what was typed', async () => {
    const { user, values } = open({}, { offers });
    await user.type(team(), 'Pay');
    await user.click(chip('Search'));
    await user.click(chip('Payments'));
    expect(chip('Payments')).toHaveAttribute('aria-pressed', 'true');
    expect(values().team).toBe('Payments');
    await user.click(chip('Payments'));
    expect(values().team).toBe('Pay');
    expect(chip('Payments')).toHaveAttribute('aria-pressed', 'false');
  });

  it('go beside the services that were typed, and leave them where they are taken away', async () => {
    const { user, values } = open({ services: 'db, mail' }, { offers });
    expect(chip('mail')).toHaveAttribute('aria-pressed', 'true');
    await user.click(chip('cart'));
    expect(values().services).toBe('db, mail, cart');
    await user.click(chip('mail'));
    expect(values().services).toBe('db, cart');
  });

  it('are not there where there are none', () => {
    open();
    expect(screen.queryByRole('group', { name: /of this dashboard/ })).not.toBeInTheDocument();
  });
});
