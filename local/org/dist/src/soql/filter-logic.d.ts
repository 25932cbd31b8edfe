/**
 * Filter logic as metadata and people write it: `1 AND (2 OR NOT 3)`, numbers from 1. An operator that is missing joins by AND.
 * Source: Salesforce Help, "Getting the Most Out of Filter Logic".
 */
export declare function filterLogic(logic: string, holds: (number: number) => boolean): boolean;
