/** The sharing rules of an object that share with a user. */
import type { SObjectDescribe } from "../../schema/schema.ts";
import type { ReadEnvironment } from "../../soql/row-reader.ts";
import type { Row } from "../../store/row.ts";
import { type AccessLevel } from "./access-level.ts";
import type { Grantees } from "./grantees.ts";
export declare class RulesOfUser {
    #private;
    constructor(environment: ReadEnvironment, describe: SObjectDescribe, grantees: Grantees);
    level(row: Row): AccessLevel;
    /** Of rules on accounts: the access to this kind of child of an account. */
    childLevel(account: Row, child: string): AccessLevel;
}
