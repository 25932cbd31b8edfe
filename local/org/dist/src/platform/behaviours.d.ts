export declare const BEHAVIOUR_MODULES: readonly object[];
