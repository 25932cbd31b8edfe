/** What the API has promised to do later, in small steps between requests: bulk jobs, test runs. */
export interface BackgroundWork {
    /** Steps are run in the order they were added. */
    add(step: () => void): void;
    /** Runs the next step; false when there was none. */
    runNext(): boolean;
    /** Called when work comes in while there was none. */
    onWork(listener: () => void): void;
}
export declare function backgroundWork(): BackgroundWork;
