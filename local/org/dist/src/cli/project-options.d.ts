export declare const PROJECT_OPTIONS: {
    readonly project: {
        readonly type: "string";
    };
    readonly path: {
        readonly type: "string";
        readonly multiple: true;
    };
    readonly "no-cache": {
        readonly type: "boolean";
    };
};
export declare const PROJECT_USAGE = "  --project DIR   the SFDX project (default: this folder)\n  --path DIR      read this folder instead of the project's packageDirectories; may be repeated\n  --no-cache      compile everything anew";
/** Of commands that look into an org's records. */
export declare const DATA_OPTIONS: {
    readonly data: {
        readonly type: "string";
    };
};
export declare const DATA_USAGE = "  --data DIR      the records kept here (default: a new, empty org)";
export interface ProjectOptions {
    readonly paths: readonly string[];
    readonly cacheFolder?: string;
}
export declare function projectOptions(values: {
    readonly project?: string | undefined;
    readonly path?: readonly string[] | undefined;
    readonly "no-cache"?: boolean | undefined;
}): ProjectOptions;
