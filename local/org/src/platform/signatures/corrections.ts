import type { Correction } from "./correction.ts";

/** By namespace, then by the type's name in it. */
type Corrections = Readonly<Record<string, Readonly<Record<string, Correction>>>>;

/** Apex Developer Guide, "Creating Custom Exceptions": every exception can be built in these four ways. */
const EXCEPTION_CONSTRUCTORS = [
  "",
  "System.Exception cause",
  "String message",
  "String message, System.Exception cause",
];

const EXCEPTION: Correction = {
  extends: "System.Exception",
  constructors: EXCEPTION_CONSTRUCTORS,
};

/**
 * What the stubs of API version 65 lack or have wrong. Sources: the Apex Reference Guide at API version 66, by the page named or the
 * type's own; where it is silent on a signature, the same project's stubs of API version 67 (github.com/apex-dev-tools/standard-types).
 */
export const CORRECTIONS: Corrections = {
  System: {
    /** Has no page of its own; Apex Developer Guide, "Using Custom Types in Map Keys and Sets": every value has these. */
    Object: {
      methods: ["Boolean equals(Object other)", "Integer hashCode()", "String toString()"],
    },

    /** "Exception Class and Built-In Exceptions"; the last one answers only in a QueryException of user mode. */
    Exception: {
      abstract: true,
      open: true,
      constructors: EXCEPTION_CONSTRUCTORS,
      methods: ["Map<String,Set<String>> getInaccessibleFields()"],
    },
    AuraException: EXCEPTION,
    DataWeaveScriptException: EXCEPTION,
    FormulaEvaluationException: EXCEPTION,
    FormulaValidationException: EXCEPTION,

    /** Collections and the classes of constants cannot be extended, though their stubs have constructors. */
    List: { sealed: true },
    Map: { sealed: true },
    Set: { sealed: true, methods: ["Boolean equals(Set<T> other)"], without: ["equals"] },
    UUID: { sealed: true, constructors: [] },
    Type: { sealed: true, constructors: [] },

    /**
     * The stubs have constants in alphabetical order, which gives other ordinals than the platform's. "LoggingLevel Enum" ranks the
     * levels; the numbers in use (FINEST is 2, ERROR is 8) fit that order after NONE and INTERNAL.
     */
    LoggingLevel: {
      constants: ["NONE", "INTERNAL", "FINEST", "FINER", "FINE", "DEBUG", "INFO", "WARN", "ERROR"],
    },
    /** In the order of "TriggerOperation Enum". */
    TriggerOperation: {
      constants: [
        "BEFORE_INSERT",
        "BEFORE_UPDATE",
        "BEFORE_DELETE",
        "AFTER_INSERT",
        "AFTER_UPDATE",
        "AFTER_DELETE",
        "AFTER_UNDELETE",
      ],
    },

    /** Apex Developer Guide, "Apex Cursors": pagination cursors and the access level came with API version 66. */
    Database: {
      methods: [
        "static Database.Cursor getCursor(String query)",
        "static Database.Cursor getCursor(String query, System.AccessLevel accessLevel)",
        "static Database.Cursor getCursorWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)",
        "static Database.PaginationCursor getPaginationCursor(String query)",
        "static Database.PaginationCursor getPaginationCursor(String query, System.AccessLevel accessLevel)",
        "static Database.PaginationCursor getPaginationCursorWithBinds(String query, Map<String,Object> bindMap, System.AccessLevel accessLevel)",
      ],
      without: ["getCursor", "getCursorWithBinds"],
    },
    Limits: {
      methods: [
        "static Integer getApexCursors()",
        "static Integer getLimitApexCursors()",
        "static Integer getApexPaginationCursors()",
        "static Integer getLimitApexPaginationCursors()",
        "static Integer getApexPaginationCursorRows()",
        "static Integer getLimitApexPaginationCursorRows()",
      ],
    },

    Test: { methods: ["static Boolean isSoqlStubDefined(Schema.SObjectType targetType)"] },

    /** Gives a UUID that stands for the user until it is created: the template class MicrobatchSelfRegController. */
    Network: {
      methods: [
        "static String createExternalUserAsync(SObject user, SObject contact, SObject account)",
      ],
    },
  },

  Database: {
    PaginationCursor: {
      sealed: true,
      methods: [
        "Integer fetchDeleted(Integer start, Integer pageSize)",
        "Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)",
        "Integer getNumRecords()",
      ],
    },
    CursorFetchResult: {
      sealed: true,
      methods: [
        "Integer getNextIndex()",
        "Integer getNumDeletedRecords()",
        "List<SObject> getRecords()",
        "Boolean isDone()",
      ],
    },
    LeadConvertResult: {
      methods: ["Id getRelatedPersonAccountId()"],
      fields: ["Id RelatedPersonAccountId"],
    },
  },

  Cache: {
    /** Code catches it as an inner class of Session, like OrgCacheException of Org; the stub has it beside Session only. */
    "Session.SessionCacheException": EXCEPTION,
    /** "OrgPartition Class" and "SessionPartition Class": each extends Partition; the stubs repeat its members instead. */
    OrgPartition: { extends: "Cache.Partition" },
    SessionPartition: { extends: "Cache.Partition" },
  },

  Site: {
    /** "Site Exceptions": it can be neither extended nor thrown in code. */
    ExternalUserCreateException: {
      extends: "System.Exception",
      sealed: true,
      methods: ["List<String> getDisplayMessages()"],
    },
  },
};
