/**
 * The platform members that public Apex code uses most, by type, as that code writes them: measured over 600 files of widely
 * used repositories. The compiler is of no use for such code while one of them is missing.
 */
export const WIDELY_USED_MEMBERS: Readonly<Record<string, string>> = {
  ApexPages: "addMessage currentPage addMessages hasMessages getMessages",
  "ApexPages.Message": "getSummary",
  "ApexPages.StandardSetController": "getSelected cancel setSelected",
  "AppLauncher.AppMenu": "setOrgSortOrder",
  "approval.lockresult": "getId",
  "approval.processresult": "getEntityId",
  "approval.unlockresult": "getId",
  Assert:
    "areEqual isTrue areNotEqual isFalse isNotNull fail isNull isInstanceOfType isNotInstanceOfType",
  "auth.userdata": "email identifier firstName lastName",
  Blob: "valueOf toString",
  Boolean: "valueOf",
  "Cache.Org": "getPartition",
  "Cache.OrgPartition": "get getCapacity remove getNumKeys getKeys contains",
  "cache.partition": "get put contains remove getKeys isAvailable",
  "Cache.Session": "getPartition",
  "Cache.SessionPartition": "isAvailable contains get",
  Callable: "call",
  comparator: "compare",
  "ConnectApi.ChatterUsers": "getFollowings",
  "ConnectApi.CredentialAuthenticationProtocol": "Custom",
  "ConnectApi.CredentialPrincipalType": "NamedPrincipal",
  "connectapi.externalcredential": "developerName principals masterLabel authenticationProtocol",
  "connectapi.externalcredentialinput":
    "developerName masterLabel authenticationProtocol principals",
  "connectapi.externalcredentialprincipal": "principalName principalType sequenceNumber Id",
  "connectapi.externalcredentialprincipalinput": "principalName principalType sequenceNumber",
  "connectapi.namedcredential":
    "developerName masterLabel type calloutUrl calloutOptions externalCredentials",
  "connectapi.namedcredentialcalloutoptionsinput":
    "allowMergeFieldsInBody allowMergeFieldsInHeader generateAuthorizationHeader",
  "connectapi.namedcredentialinput":
    "developerName masterLabel type calloutUrl calloutOptions externalCredentials",
  "ConnectApi.NamedCredentials":
    "createExternalCredential createNamedCredential getExternalCredential",
  "ConnectApi.NamedCredentialType": "SecuredEndpoint",
  Crypto:
    "getRandomInteger generateAESKey encryptWithManagedIV decryptWithManagedIV encrypt decrypt generateDigest generateMac verifyHMAC sign verify",
  Database:
    "query executeBatch getQueryLocator insert update delete setSavepoint upsert emptyRecycleBin queryWithBinds rollback countQuery merge getCursorWithBinds getQueryLocatorWithBinds countQueryWithBinds undelete insertImmediate",
  "Database.BatchableContext": "getJobId getChildJobId",
  "Database.Cursor": "getNumRecords fetch",
  "Database.DeleteResult": "isSuccess getId success",
  "Database.DMLOptions": "OptAllOrNone AllowFieldTruncation DuplicateRuleHeader",
  "database.emptyrecyclebinresult": "getId isSuccess",
  "Database.Error": "getMessage getStatusCode getFields",
  "Database.LeadConvertResult": "getLeadId isSuccess",
  "Database.MergeResult": "getId isSuccess",
  "Database.QueryLocator": "iterator getQuery",
  "Database.SaveResult": "isSuccess getErrors id errors getId success toString",
  "Database.UndeleteResult": "getId isSuccess",
  "Database.UpsertResult": "isSuccess isCreated getErrors getId success created errors",
  "DataWeave.Result": "getValueAsString getValue",
  "DataWeave.Script": "execute createScript",
  Date: "addDays today newInstance valueOf addYears year addMonths daysBetween toStartOfWeek toStartOfMonth format month day monthsBetween parse",
  Datetime:
    "getTime now format addDays newInstanceGmt dateGmt addSeconds newInstance date timeGmt valueOf monthGmt yearGmt dayGmt hourGmt addMinutes time addHours second month year addMonths addYears dayOfYearGmt day minuteGmt secondGmt parse formatGMT",
  Decimal: "intValue longValue setScale doubleValue valueOf scale",
  Double: "format longValue",
  EncodingUtil: "urlEncode base64Decode convertToHex convertFromHex base64Encode",
  EventBus: "publish",
  "eventbus.changeeventheader":
    "changeType changedFields entityName recordIds changeOrigin transactionKey sequenceNumber commitTimestamp commitUser commitNumber nulledFields diffFields getEntityName getRecordIds",
  "eventbus.failureresult": "getEventUuids",
  "eventbus.successresult": "getEventUuids",
  "EventBus.TestBroker": "deliver fail",
  Exception:
    "getMessage getStackTraceString getTypeName setMessage getInaccessibleFields getLineNumber getCause",
  FeatureManagement: "checkPermission",
  FinalizerContext: "getException getResult getAsyncApexJobId getRequestId",
  "Flow.Interview": "start getVariableValue createInterview",
  Formula: "builder recalculateFormulas",
  "FormulaEval.FormulaBuilder": "withReturnType withGlobalVariables withType withFormula build",
  "FormulaEval.FormulaGlobal": "values",
  "FormulaEval.FormulaInstance": "evaluate",
  "FormulaEval.FormulaReturnType": "Boolean",
  Http: "send",
  HttpRequest:
    "setEndpoint setMethod setBody setHeader getBody getEndpoint setCompressed getCompressed getMethod getHeader",
  HttpResponse:
    "setStatusCode setBody setHeader getStatusCode getBody setStatus getStatus getHeaderKeys getHeader",
  Id: "getSObjectType valueOf addError toString to15",
  Integer: "valueOf format",
  "Invocable.Action": "createCustomAction setInvocations invoke",
  "invocable.action.error": "getCode getMessage",
  "invocable.action.result": "isSuccess getOutputParameters getErrors",
  Iterator: "hasNext next",
  JSON: "serialize deserialize serializePretty deserializeUntyped createParser createGenerator deserializeStrict",
  JSONGenerator:
    "getAsString writeFieldName writeStartObject writeNumberField writeBooleanField writeEndObject writeStartArray writeString writeNull writeEndArray",
  JSONParser: "nextToken getCurrentToken getCurrentName getText",
  Limits:
    "getQueries getDmlRows getQueueableJobs getLimitQueueableJobs getDmlStatements getLimitQueries getQueryRows getPublishImmediateDml getLimitDmlRows getLimitQueryRows getLimitCpuTime getCallouts getCpuTime getAsyncCalls getEmailInvocations getLimitCallouts getAggregateQueries getFetchCallsOnApexCursor getApexCursorRows getFutureCalls getMobilePushApexCalls getQueryLocatorRows getSoslQueries getLimitAggregateQueries getLimitFetchCallsOnApexCursor getLimitApexCursorRows getLimitAsyncCalls getLimitDmlStatements getLimitEmailInvocations getLimitFutureCalls getLimitHeapSize getLimitMobilePushApexCalls getLimitPublishImmediateDML getLimitQueryLocatorRows getLimitSoslQueries getHeapSize",
  List: "size add isEmpty get remove addAll sort clone clear getSObjectType hashCode contains deepClone iterator set toString indexOf",
  LoggingLevel: "name ordinal valueOf values",
  Long: "valueOf",
  Map: "get put containsKey keySet values isEmpty size putAll clear remove deepClone toString hashCode clone",
  Matcher: "matches group groupCount find start end",
  Math: "mod pow max random min abs rint",
  Messaging: "sendEmail reserveSingleEmailCapacity",
  "messaging.inboundemail":
    "fromAddress plainTextBody subject binaryAttachments fromName toAddresses htmlBody headers",
  "messaging.inboundemail.binaryattachment": "body fileName",
  "messaging.inboundemailresult": "success message",
  "messaging.inboundenvelope": "fromAddress",
  "messaging.sendemailresult": "success errors",
  "Messaging.SingleEmailMessage":
    "setToAddresses setPlainTextBody setWhatId getWhatId setSubject setHtmlBody setTargetObjectId setSaveAsActivity getHtmlBody",
  Network:
    "getLoginUrl getLogoutUrl getSelfRegUrl communitiesLanding forwardToAuthPage createExternalUserAsync getNetworkId",
  Object: "hashCode toString",
  orglimit: "getValue getLimit getName",
  OrgLimits: "getMap",
  PageReference: "getParameters setRedirect getUrl",
  parentjobresult: "name",
  Pattern: "compile matcher matches",
  queueable: "execute",
  QueueableContext: "getJobId",
  Quiddity: "name",
  Request: "getCurrent getRequestId getQuiddity",
  RestContext: "response request",
  RestRequest:
    "requestUri requestBody httpMethod remoteAddress resourcePath headers params addHeader addParameter",
  RestResponse: "statusCode responseBody headers addHeader",
  SchedulableContext: "getTriggerId",
  Schema: "getGlobalDescribe describeSObjects",
  "Schema.ChildRelationship": "getRelationshipName getChildSObject getField",
  "Schema.DescribeFieldResult":
    "getName getRelationshipName isUpdateable getReferenceTo getPicklistValues getType getLength isNameField getSoapType isNamePointing getDefaultValue isAccessible getSObjectType getLocalName isCreateable getSObjectField isEncrypted isIdLookup isExternalId isCustom isFilterable getLabel getDigits isCalculated isGroupable isHtmlFormatted isDefaultedOnCreate getInlineHelpText isNillable isAutoNumber isSortable getScale",
  "Schema.DescribeSObjectResult":
    "getName isUpdateable getKeyPrefix getSObjectType getChildRelationships isAccessible isCreateable isDeletable isUndeletable getLocalName getLabel getLabelPlural isCustomSetting isCustom",
  "Schema.DisplayType": "name",
  "Schema.FieldSet": "getFields getName getSObjectType getNamespace getLabel",
  "Schema.FieldSetMember": "getFieldPath getSObjectField getLabel",
  "Schema.PicklistEntry": "getValue isDefaultValue isActive value",
  "Schema.SObjectField": "getDescribe toString",
  "Schema.SObjectType": "getDescribe toString newSObject",
  Search: "query",
  Security: "stripInaccessible",
  Set: "contains add size addAll remove isEmpty clear containsAll clone iterator equals retainAll toString",
  Site: "login setExperienceId changePassword createExternalUser getSiteId forgotPassword createPortalUser",
  "site.externalusercreateexception": "getDisplayMessages",
  SObject:
    "get getSObjectType clone put getPopulatedFieldsAsMap getSObject addError getErrors hasErrors isSet getSObjects putSObject setOptions",
  SObjectAccessDecision: "getRecords getRemovedFields",
  String:
    "valueOf contains isBlank join isNotBlank format split length containsIgnoreCase substring toLowerCase trim replace startsWith removeEnd substringBefore endsWith repeat equals equalsIgnoreCase substringAfter hashCode substringBeforeLast endsWithIgnoreCase removeStart toUpperCase replaceAll escapeSingleQuotes leftPad indexOf replaceFirst removeStartIgnoreCase countMatches deleteWhiteSpace right left startsWithIgnoreCase substringAfterLast compareTo removeEndIgnoreCase addError capitalize unescapeJava lastIndexOf normalizeSpace substringBetween stripHtmlTags containsOnly indexOfIgnoreCase isEmpty toString isNumeric",
  System:
    "assertEquals runAs assert today enqueueJob now debug assertNotEquals schedule isBatch isQueueable currentTimeMillis attachFinalizer isFuture isScheduled currentPageReference",
  Test: "startTest stopTest isRunningTest setMock createStub getEventBus setCreatedDate setFixedSearchResults calculatePermissionSetGroup setCurrentPage testInstall",
  Time: "newInstance",
  TimeZone: "getId getDisplayName getTimeZone",
  Trigger:
    "new oldMap operationType old isExecuting isAfter isInsert isUpdate isDelete isBefore isUnDelete newMap",
  TriggerOperation: "name After_UPDATE",
  Type: "getName newInstance forName isAssignableFrom",
  Url: "getOrgDomainUrl toExternalForm",
  UserInfo:
    "getUserId isMultiCurrencyOrganization getProfileId getOrganizationId getUsername getTimeZone getUiThemeDisplayed getOrganizationName getLastName getName getUserRoleId getFirstName getLocale getUserType getSessionId getUserEmail",
  UUID: "randomUUID toString fromString",
  "visualeditor.datarow": "getLabel getValue",
  "visualeditor.dynamicpicklistrows": "addRow getDataRows",
};

/** Types that are constructed, extended, implemented or caught there, besides. */
export const WIDELY_USED_TYPES: readonly string[] =
  "AuraHandledException Auth.RegistrationHandler Cache.CacheBuilder Cache.Org.OrgCacheException Cache.Session.SessionCacheException CalloutException Comparable ConnectApi.NamedCredentialCalloutOptions Database.AllowsCallouts Database.Batchable Database.RaisesPlatformEvents Database.Stateful DmlException EventBus.EventPublishFailureCallback EventBus.EventPublishSuccessCallback Finalizer FlowException FormulaValidationException HandledException HttpCalloutMock IllegalArgumentException InstallHandler Iterable JSONException Messaging.InboundEmailHandler NoAccessException NoSuchElementException NullPointerException QueryException SObjectException Schedulable SecurityException SerializationException StringException StubProvider TypeException UnsupportedOperationException VisualEditor.DynamicPickList".split(
    " ",
  );
