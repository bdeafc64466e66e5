/** The same words with date and time zone at every moment: "23:51" says nothing once it is pasted elsewhere. */
export function datedSpeech(speech: Speech): Speech {
  return { ...speech, time: speech.dated };
}

/** How a sentence is put into words: the UI passes Grafana's formatters and translations, stored texts pass `plainSpeech`. */
export interface Speech {
  /** A value in its Grafana unit, such as `3.2 GiB`. */
  value(value: number, unit: string): string;
  /**
   * A moment (epoch ms) in the dashboard's time zone, as short as is clear: with its day unless that is today, or that of
   * `beside`, the moment that stands just before it in a sentence.
   */
  time(at: number, beside?: number): string;
  /** The same with date and time zone, for texts that are read elsewhere or on another day. */
  dated(at: number, beside?: number): string;
  /** A length of time in ms, such as `47 min`; `round` is `Math.floor` for what is said to be at least so long. */
  duration(ms: number, round?: (count: number) => number): string;
  /** Translates; `{{name}}` in the English text is replaced from `values`. */
  phrase(key: string, english: string, values?: Readonly<Record<string, string>>): string;
}
