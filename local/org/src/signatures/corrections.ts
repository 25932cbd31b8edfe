import type { Correction } from "./correction.ts";

/** With the page that tells: of the Apex Reference Guide unless it names another work. */
interface SourcedCorrection extends Correction {
  readonly source: string;
}

/** By namespace, then by the type's name in it. */
type Corrections = Readonly<Record<string, Readonly<Record<string, SourcedCorrection>>>>;

/** Every exception can be built in these four ways. */
const EXCEPTION_CONSTRUCTORS = [
  "",
  "System.Exception cause",
  "String message",
  "String message, System.Exception cause",
];

const EXCEPTION: SourcedCorrection = {
  source: 'Apex Developer Guide, "Creating Custom Exceptions"',
  extends: "System.Exception",
  constructors: EXCEPTION_CONSTRUCTORS,
};

/**
 * What the stubs of API version 65 lack or have wrong, by the Apex Reference Guide at API version 66; where it is silent on a signature, by
 * the same project's stubs of API version 67 (github.com/apex-dev-tools/standard-types).
 */
export const CORRECTIONS: Corrections = {
  System: {
    /** Has no page of its own. */
    Object: {
      source: 'Apex Developer Guide, "Using Custom Types in Map Keys and Sets"',
      constructors: [""],
      methods: ["Boolean equals(Object other)", "Integer hashCode()", "String toString()"],
    },

    /** The last method answers only in a QueryException of user mode. */
    Exception: {
      source: "Exception Class and Built-In Exceptions",
      abstract: true,
      open: true,
      constructors: EXCEPTION_CONSTRUCTORS,
      methods: ["Map<String,Set<String>> getInaccessibleFields()"],
    },
    AuraException: EXCEPTION,
    DataWeaveScriptException: EXCEPTION,
    FormulaEvaluationException: EXCEPTION,
    FormulaValidationException: EXCEPTION,

    UserManagement: {
      source: "UserManagement Class",
      methods: [
        "static String initPasswordlessLogin(Id userId, Auth.VerificationMethod method)",
        "static Auth.VerificationResult verifyPasswordlessLogin(Id userId, Auth.VerificationMethod method, String identifier, String code, String startUrl)",
      ],
    },

    /** They stand where a mock is wanted, beside what Test.setMock does with them. */
    StaticResourceCalloutMock: {
      source: 'Apex Developer Guide, "Testing HTTP Callouts Using Static Resources"',
      implements: ["System.HttpCalloutMock"],
    },
    MultiStaticResourceCalloutMock: {
      source: 'Apex Developer Guide, "Testing HTTP Callouts Using Static Resources"',
      implements: ["System.HttpCalloutMock"],
    },

    /** Collections and the classes of constants cannot be extended, though their stubs have constructors. */
    List: { source: "List Class", sealed: true },
    Map: { source: "Map Class", sealed: true },
    Set: {
      source: "Set Class",
      sealed: true,
      methods: ["Boolean equals(Set<T> other)"],
      without: ["equals"],
    },
    UUID: { source: "UUID Class", sealed: true, constructors: [] },
    Type: { source: "Type Class", sealed: true, constructors: [] },

    /**
     * The stubs have constants in alphabetical order, which gives other ordinals than the platform's. The page ranks the levels; the
     * numbers in use (FINEST is 2, ERROR is 8) fit that order after NONE and INTERNAL.
     */
    LoggingLevel: {
      source: "LoggingLevel Enum",
      constants: ["NONE", "INTERNAL", "FINEST", "FINER", "FINE", "DEBUG", "INFO", "WARN", "ERROR"],
    },
    /** The stub has UD in its place. */
    Quiddity: { source: "Quiddity Enum", constants: ["UNDEFINED"] },
    TriggerOperation: {
      source: "TriggerOperation Enum",
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

    /** Pagination cursors and the access level came with API version 66. */
    Database: {
      source: 'Apex Developer Guide, "Apex Cursors"',
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
    QueueableDuplicateSignature: {
      source: "QueueableDuplicateSignature Class",
      methods: ["static System.QueueableDuplicateSignature.Builder Builder()"],
    },
    Limits: {
      source: "Limits Class",
      methods: [
        "static Integer getApexCursors()",
        "static Integer getLimitApexCursors()",
        "static Integer getApexPaginationCursors()",
        "static Integer getLimitApexPaginationCursors()",
        "static Integer getApexPaginationCursorRows()",
        "static Integer getLimitApexPaginationCursorRows()",
      ],
    },

    Test: {
      source: "Test Class",
      methods: ["static Boolean isSoqlStubDefined(Schema.SObjectType targetType)"],
    },

    /** Gives a UUID that stands for the user until it is created. */
    Network: {
      source: "the Experience Cloud template class MicrobatchSelfRegController",
      methods: [
        "static String createExternalUserAsync(SObject user, SObject contact, SObject account)",
      ],
    },
  },

  Reports: {
    ReportFactWithDetails: {
      source: "ReportFactWithDetails Class, whose example casts to it",
      extends: "Reports.ReportFact",
    },
    ReportFactWithSummaries: {
      source: "ReportFactWithSummaries Class",
      extends: "Reports.ReportFact",
    },
  },

  Schema: {
    FieldDescribeOptions: {
      source: "FieldDescribeOptions Enum",
      kind: "enum",
      constants: ["DEFAULT", "FULL_DESCRIBE"],
    },
  },

  Database: {
    DuplicateError: {
      source: "DuplicateError Class, whose example casts to it",
      extends: "Database.Error",
    },
    PaginationCursor: {
      source: "PaginationCursor Class",
      sealed: true,
      methods: [
        "Integer fetchDeleted(Integer start, Integer pageSize)",
        "Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)",
        "Integer getNumRecords()",
      ],
    },
    CursorFetchResult: {
      source: "CursorFetchResult Class",
      sealed: true,
      methods: [
        "Integer getNextIndex()",
        "Integer getNumDeletedRecords()",
        "List<SObject> getRecords()",
        "Boolean isDone()",
      ],
    },
    LeadConvertResult: {
      source: "LeadConvertResult Class",
      methods: ["Id getRelatedPersonAccountId()"],
      fields: ["Id RelatedPersonAccountId"],
    },
  },

  /** The stubs take System.TimeZone for it. */
  ConnectApi: {
    TimeZone: {
      source: "ConnectApi.TimeZone",
      constructors: [""],
      fields: ["Double gmtOffset", "String name"],
    },
    UserSettings: { source: "ConnectApi.UserSettings", fields: ["ConnectApi.TimeZone timeZone"] },
  },

  Cache: {
    /** Constants in the pages, fields of an instance in the stubs. */
    Org: {
      source: "Org Class, Org Constants",
      fields: ["static Integer MAX_TTL_SECS"],
    },
    Session: {
      source: "Session Class, Session Constants",
      fields: ["static Integer MAX_TTL_SECS"],
    },
    /** Code catches it as an inner class of Session, like OrgCacheException of Org; the stub has it beside Session only. */
    "Session.SessionCacheException": { ...EXCEPTION, source: "Session Class" },
    Partition: {
      source: "Partition Class",
      methods: [
        "Map<String,Boolean> contains(Set<String> keys)",
        "Map<String,Object> get(Set<String> keys)",
      ],
    },
    /** Each extends Partition; the stubs repeat its members instead. */
    OrgPartition: { source: "OrgPartition Class", extends: "Cache.Partition" },
    SessionPartition: { source: "SessionPartition Class", extends: "Cache.Partition" },
  },

  Site: {
    /** It can be neither extended nor thrown in code. */
    ExternalUserCreateException: {
      source: "Site Exceptions",
      extends: "System.Exception",
      sealed: true,
      methods: ["List<String> getDisplayMessages()"],
    },
  },
};
