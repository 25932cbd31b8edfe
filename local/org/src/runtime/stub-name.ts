/** What the class of a stub is called after the class it stands for. */
export const STUB_SUFFIX = "__sfdc_ApexStub";
