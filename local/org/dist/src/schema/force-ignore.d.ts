/** .forceignore: the patterns of .gitignore, relative to the folder of sfdx-project.json. Source: Salesforce DX Developer Guide. */
/** Whether a path relative to the project's folder, with `/` between its parts, is left out. */
export type IgnoreRule = (path: string) => boolean;
export declare function forceIgnore(text: string): IgnoreRule;
