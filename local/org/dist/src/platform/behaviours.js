/** Every module that says how platform types behave: those of the namespaces' folders. A test holds it against them. */
import * as apexPagesMessage from "./ApexPages/Message.js";
import * as apexPagesStandardController from "./ApexPages/StandardController.js";
import * as apexPagesStandardSetController from "./ApexPages/StandardSetController.js";
import * as approvalResults from "./Approval/Results.js";
import * as cacheOrg from "./Cache/Org.js";
import * as cachePartition from "./Cache/Partition.js";
import * as connectApiChatterUsers from "./ConnectApi/ChatterUsers.js";
import * as databaseCursor from "./Database/Cursor.js";
import * as databaseDMLOptions from "./Database/DMLOptions.js";
import * as databaseLeadConvertResult from "./Database/LeadConvertResult.js";
import * as databaseResults from "./Database/Results.js";
import * as eventBusChangeEventHeader from "./EventBus/ChangeEventHeader.js";
import * as formulaEvalFormulaBuilder from "./FormulaEval/FormulaBuilder.js";
import * as formulaEvalFormulaInstance from "./FormulaEval/FormulaInstance.js";
import * as invocableAction from "./Invocable/Action.js";
import * as invocableActionJson from "./Invocable/action-json.js";
import * as messagingCustomNotification from "./Messaging/CustomNotification.js";
import * as messagingEmailFileAttachment from "./Messaging/EmailFileAttachment.js";
import * as messagingSendEmailResult from "./Messaging/SendEmailResult.js";
import * as messagingSingleEmailMessage from "./Messaging/SingleEmailMessage.js";
import * as schemaDescribeFieldResult from "./Schema/DescribeFieldResult.js";
import * as schemaDescribeSObjectResult from "./Schema/DescribeSObjectResult.js";
import * as schemaFieldSet from "./Schema/FieldSet.js";
import * as schemaRecordTypes from "./Schema/RecordTypes.js";
import * as schemaTokens from "./Schema/Tokens.js";
import * as schemaDescribeOptions from "./Schema/describe-options.js";
import * as schemaDescribeRights from "./Schema/describe-rights.js";
import * as schemaDescribeType from "./Schema/describe-type.js";
import * as schemaFieldProperties from "./Schema/field-properties.js";
import * as schemaNameKeyedMap from "./Schema/name-keyed-map.js";
import * as systemAccessLevel from "./System/AccessLevel.js";
import * as systemApexPages from "./System/ApexPages.js";
import * as systemAssert from "./System/Assert.js";
import * as systemAuraHandledException from "./System/AuraHandledException.js";
import * as systemBlob from "./System/Blob.js";
import * as systemCollator from "./System/Collator.js";
import * as systemCollections from "./System/Collections.js";
import * as systemCrypto from "./System/Crypto.js";
import * as systemDatabase from "./System/Database.js";
import * as systemDate from "./System/Date.js";
import * as systemDatetime from "./System/Datetime.js";
import * as systemDomain from "./System/Domain.js";
import * as systemEncodingUtil from "./System/EncodingUtil.js";
import * as systemEnum from "./System/Enum.js";
import * as systemEventBus from "./System/EventBus.js";
import * as systemException from "./System/Exception.js";
import * as systemFormulaRecalcResult from "./System/FormulaRecalcResult.js";
import * as systemHttp from "./System/Http.js";
import * as systemHttpRequest from "./System/HttpRequest.js";
import * as systemHttpResponse from "./System/HttpResponse.js";
import * as systemId from "./System/Id.js";
import * as systemInstallContext from "./System/InstallContext.js";
import * as systemIterator from "./System/Iterator.js";
import * as systemJSON from "./System/JSON.js";
import * as systemJSONGenerator from "./System/JSONGenerator.js";
import * as systemJSONParser from "./System/JSONParser.js";
import * as systemLabel from "./System/Label.js";
import * as systemLimits from "./System/Limits.js";
import * as systemLocation from "./System/Location.js";
import * as systemMatcher from "./System/Matcher.js";
import * as systemMath from "./System/Math.js";
import * as systemMessaging from "./System/Messaging.js";
import * as systemNumbers from "./System/Numbers.js";
import * as systemObject from "./System/Object.js";
import * as systemOrgLimits from "./System/OrgLimits.js";
import * as systemPageReference from "./System/PageReference.js";
import * as systemPattern from "./System/Pattern.js";
import * as systemQueueable from "./System/Queueable.js";
import * as systemRequest from "./System/Request.js";
import * as systemRestContext from "./System/RestContext.js";
import * as systemSObject from "./System/SObject.js";
import * as systemSchema from "./System/Schema.js";
import * as systemSearch from "./System/Search.js";
import * as systemSecurity from "./System/Security.js";
import * as systemSelectOption from "./System/SelectOption.js";
import * as systemSite from "./System/Site.js";
import * as systemStaticResourceCalloutMock from "./System/StaticResourceCalloutMock.js";
import * as systemString from "./System/String.js";
import * as systemStringForms from "./System/StringForms.js";
import * as systemStringStatics from "./System/StringStatics.js";
import * as systemSystem from "./System/System.js";
import * as systemTest from "./System/Test.js";
import * as systemTestStub from "./System/TestStub.js";
import * as systemTimeZone from "./System/TimeZone.js";
import * as systemType from "./System/Type.js";
import * as systemUUID from "./System/UUID.js";
import * as systemUrl from "./System/Url.js";
import * as systemUserInfo from "./System/UserInfo.js";
import * as systemVersion from "./System/Version.js";
import * as visualEditorDynamicPickListRows from "./VisualEditor/DynamicPickListRows.js";
import * as jsonDatabaseResults from "./json/database-results.js";
export const BEHAVIOUR_MODULES = [
    apexPagesMessage,
    apexPagesStandardController,
    apexPagesStandardSetController,
    approvalResults,
    cacheOrg,
    cachePartition,
    connectApiChatterUsers,
    databaseCursor,
    databaseDMLOptions,
    databaseLeadConvertResult,
    databaseResults,
    eventBusChangeEventHeader,
    formulaEvalFormulaBuilder,
    formulaEvalFormulaInstance,
    invocableAction,
    invocableActionJson,
    messagingCustomNotification,
    messagingEmailFileAttachment,
    messagingSendEmailResult,
    messagingSingleEmailMessage,
    schemaDescribeFieldResult,
    schemaDescribeSObjectResult,
    schemaFieldSet,
    schemaRecordTypes,
    schemaTokens,
    schemaDescribeOptions,
    schemaDescribeRights,
    schemaDescribeType,
    schemaFieldProperties,
    schemaNameKeyedMap,
    systemAccessLevel,
    systemApexPages,
    systemAssert,
    systemAuraHandledException,
    systemBlob,
    systemCollator,
    systemCollections,
    systemCrypto,
    systemDatabase,
    systemDate,
    systemDatetime,
    systemDomain,
    systemEncodingUtil,
    systemEnum,
    systemEventBus,
    systemException,
    systemFormulaRecalcResult,
    systemHttp,
    systemHttpRequest,
    systemHttpResponse,
    systemId,
    systemInstallContext,
    systemIterator,
    systemJSON,
    systemJSONGenerator,
    systemJSONParser,
    systemLabel,
    systemLimits,
    systemLocation,
    systemMatcher,
    systemMath,
    systemMessaging,
    systemNumbers,
    systemObject,
    systemOrgLimits,
    systemPageReference,
    systemPattern,
    systemQueueable,
    systemRequest,
    systemRestContext,
    systemSObject,
    systemSchema,
    systemSearch,
    systemSecurity,
    systemSelectOption,
    systemSite,
    systemStaticResourceCalloutMock,
    systemString,
    systemStringForms,
    systemStringStatics,
    systemSystem,
    systemTest,
    systemTestStub,
    systemTimeZone,
    systemType,
    systemUUID,
    systemUrl,
    systemUserInfo,
    systemVersion,
    visualEditorDynamicPickListRows,
    jsonDatabaseResults,
];
