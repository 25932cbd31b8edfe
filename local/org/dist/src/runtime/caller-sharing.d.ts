export declare function callerSharing(): "with" | "without";
