export interface BenchOptions {
  /** Fewer rounds and events: to see that it works, not to believe the figures. */
  readonly quick: boolean;
  /** An empty folder of the run's own. */
  readonly folder: string;
  readonly projectFolder: string;
  readonly tell: (line: string) => void;
}
