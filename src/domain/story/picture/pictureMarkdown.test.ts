import { A_SOURCE, aRecord } from '../../../testing/builders/builders';
import { A_RISING_TREND } from '../../../testing/builders/aRisingTrend';
import { packEvidence } from '../../series/packEvidence';
import { plainSpeech } from '../plainSpeech';
import { pictureMarkdown } from './pictureMarkdown';

const { series, stretch } = A_RISING_TREND;

it('is an image that holds the picture itself and says it in words, with day and zone', () => {
  const [, alt, address = ''] = /^!\[(.*)\]\((\S+)\)$/.exec(pictureMarkdown(aRecord(), plainSpeech)) ?? [];
  expect(alt).toMatch(/^Graph of orders waiting\. .*25 K.*2026-11-03 16:13/);
  const svg = decodeURIComponent(address.replace('data:image/svg+xml,', ''));
  expect(svg).toMatch(/^<svg .*<\/svg>$/);
  expect(svg).toContain('acted 2026-11-03 14:58 UTC');
  expect(address).not.toMatch(/[()<>"' ]/);
});

it('has no mark in its words, whatever the series is called', () => {
  const name = '](x) "onload=1 <b>*café* 記憶';
  const evidence = packEvidence([{ ...series, name }], stretch);
  const source = { ...A_SOURCE, series: name };
  const [alt] = pictureMarkdown(aRecord({ evidence, source }), plainSpeech).split('](data:');
  expect(alt).toMatch(/^!\[Graph of {2}\(x\) {2}onload 1 {2}b café {2}記憶\. [^\][<>"*]+$/);
});

it('is nothing where no graph was kept', () => {
  expect(pictureMarkdown(aRecord({ evidence: null }), plainSpeech)).toBe('');
});

it('is nothing rather than the picture of another series, or of none', () => {
  const another = packEvidence([{ ...series, name: 'another' }], stretch);
  expect(pictureMarkdown(aRecord({ evidence: another }), plainSpeech)).toBe('');
  const unreadable = another.series.map((one) => ({ ...one, name: series.name, times: '' }));
  expect(pictureMarkdown(aRecord({ evidence: { ...another, series: unreadable } }), plainSpeech)).toBe('');
});
