export declare function formatPattern(epochMs: number, pattern: string, zone: string): string;
export declare function zoneText(epochMs: number, zone: string, style: "long" | "short"): string;
