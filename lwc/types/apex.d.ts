/** Written by `org types` from the Apex: what @AuraEnabled methods take and give. */

declare module "@salesforce/apex/StripeSyncStatusController.state" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface State {
    readonly status?: string | null | undefined;
    readonly syncedAt?: string | null | undefined;
    readonly problem?: string | null | undefined;
    readonly customerId?: string | null | undefined;
    readonly hasEmail?: boolean | null | undefined;
    readonly mayEdit?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly contactId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, State>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncStatusController.send" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly contactId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}
