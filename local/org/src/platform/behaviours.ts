/** Every module that says how platform types behave: those of the namespaces' folders. A test holds it against them. */
import * as apexPagesMessage from "./ApexPages/Message.ts";
import * as apexPagesStandardController from "./ApexPages/StandardController.ts";
import * as apexPagesStandardSetController from "./ApexPages/StandardSetController.ts";
import * as approvalResults from "./Approval/Results.ts";
import * as cacheOrg from "./Cache/Org.ts";
import * as cachePartition from "./Cache/Partition.ts";
import * as connectApiChatterUsers from "./ConnectApi/ChatterUsers.ts";
import * as dataWeaveScript from "./DataWeave/Script.ts";
import * as databaseCursor from "./Database/Cursor.ts";
import * as databaseDMLOptions from "./Database/DMLOptions.ts";
import * as databaseLeadConvert from "./Database/LeadConvert.ts";
import * as databaseLeadConvertResult from "./Database/LeadConvertResult.ts";
import * as databasePaginationCursor from "./Database/PaginationCursor.ts";
import * as databaseResults from "./Database/Results.ts";
import * as domDocument from "./Dom/Document.ts";
import * as domXmlNode from "./Dom/XmlNode.ts";
import * as eventBusChangeEventHeader from "./EventBus/ChangeEventHeader.ts";
import * as flowInterview from "./Flow/Interview.ts";
import * as formulaEvalFormulaBuilder from "./FormulaEval/FormulaBuilder.ts";
import * as formulaEvalFormulaInstance from "./FormulaEval/FormulaInstance.ts";
import * as invocableAction from "./Invocable/Action.ts";
import * as invocableActionJson from "./Invocable/action-json.ts";
import * as messagingCustomNotification from "./Messaging/CustomNotification.ts";
import * as messagingEmailFileAttachment from "./Messaging/EmailFileAttachment.ts";
import * as messagingSendEmailResult from "./Messaging/SendEmailResult.ts";
import * as messagingSingleEmailMessage from "./Messaging/SingleEmailMessage.ts";
import * as metadataComponents from "./Metadata/components.ts";
import * as metadataDeployment from "./Metadata/Deployment.ts";
import * as schemaDescribeFieldResult from "./Schema/DescribeFieldResult.ts";
import * as schemaDescribeSObjectResult from "./Schema/DescribeSObjectResult.ts";
import * as schemaFieldSet from "./Schema/FieldSet.ts";
import * as schemaRecordTypes from "./Schema/RecordTypes.ts";
import * as schemaTokens from "./Schema/Tokens.ts";
import * as schemaDescribeOptions from "./Schema/describe-options.ts";
import * as schemaDescribeRights from "./Schema/describe-rights.ts";
import * as schemaDescribeType from "./Schema/describe-type.ts";
import * as schemaFieldProperties from "./Schema/field-properties.ts";
import * as schemaNameKeyedMap from "./Schema/name-keyed-map.ts";
import * as searchSearchResults from "./Search/SearchResults.ts";
import * as systemAccessLevel from "./System/AccessLevel.ts";
import * as systemAddress from "./System/Address.ts";
import * as systemApexPages from "./System/ApexPages.ts";
import * as systemApproval from "./System/Approval.ts";
import * as systemAssert from "./System/Assert.ts";
import * as systemAuraHandledException from "./System/AuraHandledException.ts";
import * as systemBlob from "./System/Blob.ts";
import * as systemBusinessHours from "./System/BusinessHours.ts";
import * as systemCollator from "./System/Collator.ts";
import * as systemCollections from "./System/Collections.ts";
import * as systemCrypto from "./System/Crypto.ts";
import * as systemDatabase from "./System/Database.ts";
import * as systemDate from "./System/Date.ts";
import * as systemDatetime from "./System/Datetime.ts";
import * as systemDomain from "./System/Domain.ts";
import * as systemEncodingUtil from "./System/EncodingUtil.ts";
import * as systemEnum from "./System/Enum.ts";
import * as systemEventBus from "./System/EventBus.ts";
import * as systemException from "./System/Exception.ts";
import * as systemFormulaRecalcResult from "./System/FormulaRecalcResult.ts";
import * as systemHttp from "./System/Http.ts";
import * as systemHttpRequest from "./System/HttpRequest.ts";
import * as systemHttpResponse from "./System/HttpResponse.ts";
import * as systemId from "./System/Id.ts";
import * as systemInstallContext from "./System/InstallContext.ts";
import * as systemIterator from "./System/Iterator.ts";
import * as systemJSON from "./System/JSON.ts";
import * as systemJSONGenerator from "./System/JSONGenerator.ts";
import * as systemJSONParser from "./System/JSONParser.ts";
import * as systemLabel from "./System/Label.ts";
import * as systemLimits from "./System/Limits.ts";
import * as systemLocation from "./System/Location.ts";
import * as systemMatcher from "./System/Matcher.ts";
import * as systemMath from "./System/Math.ts";
import * as systemMessaging from "./System/Messaging.ts";
import * as systemNumbers from "./System/Numbers.ts";
import * as systemObject from "./System/Object.ts";
import * as systemOrgLimits from "./System/OrgLimits.ts";
import * as systemPageReference from "./System/PageReference.ts";
import * as systemPattern from "./System/Pattern.ts";
import * as systemQueueable from "./System/Queueable.ts";
import * as systemRequest from "./System/Request.ts";
import * as systemRestContext from "./System/RestContext.ts";
import * as systemSObject from "./System/SObject.ts";
import * as systemSchema from "./System/Schema.ts";
import * as systemSearch from "./System/Search.ts";
import * as systemSecurity from "./System/Security.ts";
import * as systemSelectOption from "./System/SelectOption.ts";
import * as systemSite from "./System/Site.ts";
import * as systemStaticResourceCalloutMock from "./System/StaticResourceCalloutMock.ts";
import * as systemString from "./System/String.ts";
import * as systemStringForms from "./System/StringForms.ts";
import * as systemStringStatics from "./System/StringStatics.ts";
import * as systemSystem from "./System/System.ts";
import * as systemTest from "./System/Test.ts";
import * as systemTestStub from "./System/TestStub.ts";
import * as systemTimeZone from "./System/TimeZone.ts";
import * as systemType from "./System/Type.ts";
import * as systemUUID from "./System/UUID.ts";
import * as systemUrl from "./System/Url.ts";
import * as systemUserInfo from "./System/UserInfo.ts";
import * as systemVersion from "./System/Version.ts";
import * as systemWebServiceCallout from "./System/WebServiceCallout.ts";
import * as systemXmlStreamReader from "./System/XmlStreamReader.ts";
import * as systemXmlStreamWriter from "./System/XmlStreamWriter.ts";
import * as visualEditorDynamicPickListRows from "./VisualEditor/DynamicPickListRows.ts";
import * as jsonDatabaseResults from "./json/database-results.ts";

export const BEHAVIOUR_MODULES: readonly object[] = [
  apexPagesMessage,
  apexPagesStandardController,
  apexPagesStandardSetController,
  approvalResults,
  cacheOrg,
  cachePartition,
  connectApiChatterUsers,
  dataWeaveScript,
  databaseCursor,
  databaseDMLOptions,
  databaseLeadConvert,
  databaseLeadConvertResult,
  databasePaginationCursor,
  databaseResults,
  domDocument,
  domXmlNode,
  eventBusChangeEventHeader,
  flowInterview,
  formulaEvalFormulaBuilder,
  formulaEvalFormulaInstance,
  invocableAction,
  invocableActionJson,
  messagingCustomNotification,
  messagingEmailFileAttachment,
  messagingSendEmailResult,
  messagingSingleEmailMessage,
  metadataComponents,
  metadataDeployment,
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
  searchSearchResults,
  systemAccessLevel,
  systemAddress,
  systemApexPages,
  systemApproval,
  systemAssert,
  systemAuraHandledException,
  systemBlob,
  systemBusinessHours,
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
  systemWebServiceCallout,
  systemXmlStreamReader,
  systemXmlStreamWriter,
  visualEditorDynamicPickListRows,
  jsonDatabaseResults,
];
