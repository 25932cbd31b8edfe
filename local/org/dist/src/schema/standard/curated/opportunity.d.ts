export interface StageMeaning {
    readonly probability: number;
    readonly forecastCategoryName: string;
    readonly isClosed: boolean;
    readonly isWon: boolean;
}
/** OpportunityStage records of a new org (Object Reference, "OpportunityStage"): the platform fills these fields from the stage. */
export declare const STAGE_MEANING: Readonly<Record<string, StageMeaning>>;
export declare const opportunity: import("../curated-types.ts").StandardObjectDetail;
