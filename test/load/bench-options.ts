export interface BenchOptions {
  /** Fewer rounds and events: to see that it works, not to believe the figures. */
  readonly quick: boolean;
  /** An empty folder of the run's own. */
  readonly folder: string;
  readonly projectFolder: string;
  /** Where stripe/sync-engine is installed, if it is. */
  readonly syncEngineFolder: string;
  readonly tell: (line: string) => void;
}
