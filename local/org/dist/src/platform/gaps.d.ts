/** `System.Http.send(System.HttpRequest)`, one a line, by namespace and type. */
export declare function platformGaps(): readonly string[];
