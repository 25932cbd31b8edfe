/** Says so of the running transaction. */
export declare function seeAllData(): void;
export declare function seesAllData(): boolean;
