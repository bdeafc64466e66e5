/** What the benches leave in the page. */
interface Window {
  nearMissTimings: {
    startWithRelease(element: Element): void;
    startWithAnswer(): void;
    startWithClick(): void;
    /** Ms from the start. */
    shown(selector: string): Promise<number>;
    /** Ms from the start. */
    settled(): Promise<{ sentence: number | null; graph: number | null }>;
  };
  /** What `panelProbe` notes while a dashboard loads, ms from the navigation. */
  panelProbe: { tasks: Array<[start: number, took: number]>; first: number | null };
}
