/** An annotation as Grafana stores it, narrowed to what we read. Times in epoch ms; zero or empty where Grafana left the field out. */
export interface Annotation {
  id: number;
  /** Empty for an organization annotation. */
  dashboardUid: string;
  panelId: number;
  created: number;
  updated: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
  /** Login of who POSTed it; a later PATCH by somebody else does not change it. */
  login: string;
}

/** What a POST to the annotations API carries. */
export interface NewAnnotation {
  dashboardUid?: string;
  panelId?: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
}
