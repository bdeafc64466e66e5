/** The frozen points of the graph, from one stretch before to one stretch after. */
export interface Evidence {
  series: readonly EvidenceSeries[];
  /** What had to be left out, in words for people; empty when nothing was. */
  dropped: readonly string[];
}

export interface EvidenceSeries {
  name: string;
  /** Grafana unit id. */
  unit: string;
  /** Epoch ms, ascending; as many as `values`. */
  times: readonly number[];
  values: readonly number[];
}

/** One series quantised: 12 bits a value and a time, two base64url characters each. */
export interface PackedSeries {
  name: string;
  unit: string;
  from: number;
  to: number;
  min: number;
  max: number;
  /** Times, then values: two characters a point each. */
  times: string;
  values: string;
}

export interface PackedEvidence {
  series: readonly PackedSeries[];
  dropped: readonly string[];
}
