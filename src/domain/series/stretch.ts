/** The part of the series that was acted on; both ends in epoch ms, `from < to`. */
export interface Stretch {
  from: number;
  to: number;
}
