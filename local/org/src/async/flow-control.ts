/**
 * Spaces the starts of jobs of one class. Salesforce starts a queueable when there is room for it, and holds back an org whose jobs ask
 * for each other again and again; without that a job that has to wait a moment, and cannot, would be started thousands of times a minute.
 * Source: Asynchronous Processing in Force.com, "Flow control"; Apex Developer Guide, Queueable Apex
 * ("runs when system resources become available").
 */
const STARTS = 20;
const WINDOW_MS = 1000;

export class FlowControl {
  /** The latest starts of each class, in order. */
  readonly #starts = new Map<string, number[]>();

  /**
   * Takes a place for a job.
   * @param asked epoch ms at which it would start with nobody else about
   * @return epoch ms at which it starts: no second has more than twenty of its class
   */
  startOf(className: string, asked: number): number {
    const starts = this.#starts.get(className) ?? [];
    const blocking = starts.length < STARTS ? undefined : starts[0];
    const start = blocking === undefined ? asked : Math.max(asked, blocking + WINDOW_MS);
    this.#starts.set(className, [...starts.slice(1 - STARTS), start]);
    return start;
  }
}
