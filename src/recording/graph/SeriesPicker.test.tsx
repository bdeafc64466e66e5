import { screen } from '@testing-library/react';
import React from 'react';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { memoryAnnotations } from '../../testing/grafana/memoryAnnotations';
import { renderPage } from '../../testing/render/renderPage';
import { SeriesPicker } from './SeriesPicker';

const LONG = `container_memory_working_set_bytes{cluster="eu-west-1", namespace="checkout", pod="cart`;
const series = (key: string, name: string): PanelSeries => ({
  key,
  name,
  labels: {},
  unit: 'bytes',
  counter: false,
  times: [0, 60_000],
  values: [1, 2],
  hints: { steps: [], mode: 'absolute', thresholdsShown: false },
});
const ALL = [series('a', `${LONG}-1"}`), series('b', `${LONG}-2"}`), series('c', 'heap')];

function open(chosen: string) {
  const onChoose = jest.fn();
  const picker = <SeriesPicker series={ALL} chosen={chosen} onChoose={onChoose} />;
  return { onChoose, ...renderPage(picker, { at: '/', annotations: memoryAnnotations() }) };
}

it('keeps the ends of long names, where they differ, and chooses by them', async () => {
  const { user, onChoose } = open('c');
  await user.click(screen.getByRole('combobox', { name: /^Series/ }));
  const names = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(names).toEqual([
    expect.stringMatching(/^container_.*….*cart-1"}$/),
    expect.stringMatching(/cart-2"}$/),
    'heap',
  ]);
  await user.click(screen.getByRole('option', { name: /cart-2/ }));
  expect(onChoose).toHaveBeenCalledWith(ALL[1]);
});

it('says the whole name of the chosen one where it is cut', () => {
  open('b');
  expect(screen.getByText(`${LONG}-2"}`)).toBeInTheDocument();
});
