import { createTheme } from '@grafana/data';
import { panelSeries } from '../../capture/material/series/panelSeries';
import { limitLinesIn } from '../../domain/projection/offer/limitLines';
import type { PanelSeries } from '../../domain/projection/panelSeries';
import { plainSpeech } from '../../domain/story/plainSpeech';
import { readPanelModel } from '../../grafana/panelModel';
import { inOrderOfHeading } from '../../recording/graph/inOrderOfHeading';
import { limitsFor, projectCapture, stretchesFor, stretchFor, typedLimit } from '../../recording/graph/proposals';
import { memorySend } from '../grafana/memorySend';
import { PANEL_ID, type PanelCase, RANGE, type Wanted } from './panelCase';

/** What our own code offers on a panel, the way from the menu to the modal; and in what it differs from what is wanted. */
export async function judgeCase(one: PanelCase): Promise<string[]> {
  const got = offeredOn(await seriesOf(one), one.want.typed);
  const wanted: Wanted = { ...one.want, typed: undefined };
  return Object.entries(wanted).flatMap(([key, value]) => {
    const found: unknown = Reflect.get(got, key);
    return value === undefined || JSON.stringify(found) === JSON.stringify(value)
      ? []
      : [`${key}: wanted ${JSON.stringify(value)}, got ${JSON.stringify(found)}`];
  });
}

async function seriesOf({ answers, frames, variables }: PanelCase): Promise<PanelSeries[]> {
  const read = await readPanelModel(memorySend(answers), 'd', PANEL_ID);
  if (!read.ok || !read.value.found) {
    throw new Error('the panel was not found');
  }
  const surroundings = {
    theme: createTheme(),
    timeZone: 'utc',
    replaceVariables: (text = '') => text.replace(/\$(\w+)/g, (whole, name: string) => variables[name] ?? whole),
    panelTitle: read.value.title,
    queries: [],
  };
  return (await panelSeries(frames, read.value, surroundings)).series;
}

function offeredOn(all: readonly PanelSeries[], typed: number | undefined): Wanted {
  const ordered = inOrderOfHeading(all, RANGE);
  const [series] = ordered;
  if (!series) {
    return { noSeries: true };
  }
  const lines = limitLinesIn(all);
  const stretches = stretchesFor(series, RANGE, lines);
  const stretch = stretchFor(series, RANGE, lines);
  const { proposed, all: chips, moving, stepsUnfilled } = limitsFor(series, stretch, plainSpeech, lines);
  const limit = typed === undefined ? proposed : typedLimit(typed, series, stretch, plainSpeech);
  const projection = limit && projectCapture(series, stretch, stretch.to, limit);
  return {
    series: series.name,
    last: ordered.at(-1)?.name,
    unit: series.unit,
    limit: proposed?.value ?? null,
    origin: proposed?.origin,
    heads: stretches[0]?.heads,
    ends: stretches[0]?.ends,
    stretches: stretches.length,
    chips: chips.map(({ value }) => value),
    moves: moving.some(({ value }) => value === proposed?.value),
    stepsUnfilled,
    refused: projection && !projection.ok ? projection.reason : null,
  };
}
