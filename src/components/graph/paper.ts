import { createTheme } from '@grafana/data';

/** Paper is white, whatever theme is on the screen. */
export const PAPER = createTheme({ colors: { mode: 'light' } });
