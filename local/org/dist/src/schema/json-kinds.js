/** A field's type as Salesforce's messages about JSON name it: in Apex's JSON.deserialize and in the REST API alike. */
export const JSON_KINDS = {
    Boolean: "boolean",
    Integer: "int",
    Long: "long",
    Decimal: "double",
    Double: "double",
    Date: "date",
    Datetime: "datetime",
    Time: "time",
    Blob: "base64",
    Id: "reference",
    String: "string",
    Object: "string",
    Address: "address",
    Location: "location",
};
