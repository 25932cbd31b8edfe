/** NamedCredential and ExternalCredential, in their present form and in the one of before API version 56. */
import type { ExternalCredentialMetadata, NamedCredentialMetadata } from "../schema.ts";
import type { XmlElement } from "./xml.ts";
export declare function readNamedCredential(root: XmlElement, name: string): NamedCredentialMetadata;
export declare function readExternalCredential(root: XmlElement, name: string): ExternalCredentialMetadata;
