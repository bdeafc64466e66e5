import type { Speech } from './speech';

/** The same words with date and time zone at every moment: "23:51" says nothing once it is pasted elsewhere. */
export function datedSpeech(speech: Speech): Speech {
  return { ...speech, time: speech.dated };
}
