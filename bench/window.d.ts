/** What `timingsInPage` leaves in the page for the bench to call. */
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
}
