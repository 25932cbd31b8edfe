/** The id with this number, for a three-character key prefix. Deterministic: the same number gives the same id. */
export declare function mintId(keyPrefix: string, number: number): string;
/** The number a minted id was made from; undefined for ids this org did not mint. */
export declare function mintedNumber(id: string): number | undefined;
