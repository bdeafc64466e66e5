import type { Limit } from '../../projection/limit';
import type { Projection } from '../../projection/projection';
import type { Evidence } from '../../series/evidence';
import type { Stretch } from '../../series/stretch';

/** What a picture of the road not taken is drawn from. */
export interface Story {
  /** Its first series is drawn. */
  evidence: Evidence;
  stretch: Stretch;
  limit: Limit | null;
  projection: Projection | null;
  /** Epoch ms. */
  actedAt: number;
}

/** Px. */
export interface Size {
  width: number;
  height: number;
}

/** CSS colours. */
export interface StoryColours {
  line: string;
  road: string;
  band: string;
  limit: string;
  stretch: string;
  text: string;
  background: string;
}

/** For paper and for whatever else is light whoever looks at it: text has 4.5 : 1 on its background, lines 3 : 1. */
export const PAPER_COLOURS: StoryColours = {
  line: '#1f60c4',
  road: '#b5510d',
  band: '#ff9830',
  limit: '#cf0e3b',
  stretch: '#1f60c4',
  text: '#33383f',
  background: '#ffffff',
};
