/** Types of metadata that say how things look, or who sees what in the user interface: Apex and the data do not notice them. */
export declare const WITHOUT_EFFECT: ReadonlySet<string>;
