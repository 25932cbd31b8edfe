/** PermissionSet, Profile, PermissionSetGroup and CustomPermission. */
import type {
  ObjectPermission,
  PermissionSetGroupMetadata,
  PermissionSetMetadata,
  TabVisibility,
} from "../schema.ts";
import type { XmlElement } from "./xml.ts";

/** What a permission set says of a tab, and what a profile says. */
const VISIBILITIES: Readonly<Record<string, TabVisibility>> = {
  Available: "DefaultOff",
  Visible: "DefaultOn",
  DefaultOff: "DefaultOff",
  DefaultOn: "DefaultOn",
};

/** Standard profiles whose files have another name than the screen. */
const PROFILES_BY_FILE: Readonly<Record<string, string>> = {
  Admin: "System Administrator",
  ContractManager: "Contract Manager",
  MarketingProfile: "Marketing User",
  ReadOnly: "Read Only",
  SolutionManager: "Solution Manager",
  Standard: "Standard User",
};

export function readProfile(root: XmlElement, file: string): PermissionSetMetadata {
  return readPermissionSet(root, PROFILES_BY_FILE[file] ?? file);
}

/** A permission set; a muting one and a profile give its permissions in the same elements. */
export function readPermissionSet(root: XmlElement, name: string): PermissionSetMetadata {
  return {
    name,
    label: root.text("label") ?? name,
    description: root.text("description"),
    objects: root.children("objectPermissions").map(readObjectPermission),
    fields: root.children("fieldPermissions").map((permission) => {
      const [object = "", field = ""] = (permission.text("field") ?? "").split(".");
      return {
        object,
        field,
        read: permission.flag("readable"),
        edit: permission.flag("editable"),
      };
    }),
    userPermissions: enabled(root, "userPermissions", "name"),
    customPermissions: enabled(root, "customPermissions", "name"),
    classAccesses: enabled(root, "classAccesses", "apexClass"),
    tabs: [...root.children("tabSettings"), ...root.children("tabVisibilities")].map((setting) => ({
      tab: setting.text("tab") ?? "",
      visibility: VISIBILITIES[setting.text("visibility") ?? ""] ?? "Hidden",
    })),
    externalCredentialPrincipals: enabled(
      root,
      "externalCredentialPrincipalAccesses",
      "externalCredentialPrincipal",
    ),
  };
}

function readObjectPermission(permission: XmlElement): ObjectPermission {
  return {
    object: permission.text("object") ?? "",
    read: permission.flag("allowRead"),
    create: permission.flag("allowCreate"),
    edit: permission.flag("allowEdit"),
    delete: permission.flag("allowDelete"),
    viewAll: permission.flag("viewAllRecords"),
    modifyAll: permission.flag("modifyAllRecords"),
  };
}

function enabled(root: XmlElement, list: string, name: string): readonly string[] {
  return root
    .children(list)
    .filter((entry) => entry.flag("enabled"))
    .flatMap((entry) => entry.text(name) ?? []);
}

export function readPermissionSetGroup(root: XmlElement, name: string): PermissionSetGroupMetadata {
  return {
    name,
    label: root.text("label") ?? name,
    description: root.text("description"),
    permissionSets: root.texts("permissionSets"),
    mutingPermissionSets: root.texts("mutingPermissionSets"),
  };
}
