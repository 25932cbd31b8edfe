import type { ObjectPermission, PermissionSetMetadata } from "../schema/schema.ts";

/**
 * What is left of a permission set in a group that mutes what another lists. Without Read an object's other permissions are gone too.
 * Source: Salesforce Help, "Muting Permission Sets"; Metadata API Developer Guide, "MutingPermissionSet".
 */
export function withoutMuted(
  set: PermissionSetMetadata,
  muted: PermissionSetMetadata,
): PermissionSetMetadata {
  const without = (granted: readonly string[], gone: readonly string[]): readonly string[] =>
    granted.filter((name) => !gone.some((other) => isSame(name, other)));
  return {
    ...set,
    objects: set.objects.map((permission) => {
      const gone = muted.objects.find(({ object }) => isSame(object, permission.object));
      return gone === undefined ? permission : objectWithout(permission, gone);
    }),
    fields: set.fields.map((permission) => {
      const gone = muted.fields.find(
        ({ object, field }) => isSame(object, permission.object) && isSame(field, permission.field),
      );
      if (gone === undefined) return permission;
      const read = permission.read && !gone.read;
      return { ...permission, read, edit: read && permission.edit && !gone.edit };
    }),
    userPermissions: without(set.userPermissions, muted.userPermissions),
    customPermissions: without(set.customPermissions, muted.customPermissions),
    classAccesses: without(set.classAccesses, muted.classAccesses),
    tabs: set.tabs.filter(({ tab }) => !muted.tabs.some((other) => isSame(tab, other.tab))),
    externalCredentialPrincipals: without(
      set.externalCredentialPrincipals,
      muted.externalCredentialPrincipals,
    ),
  };
}

function objectWithout(granted: ObjectPermission, gone: ObjectPermission): ObjectPermission {
  const read = granted.read && !gone.read;
  const left = (right: Exclude<keyof ObjectPermission, "object">): boolean =>
    read && granted[right] && !gone[right];
  return {
    object: granted.object,
    read,
    create: left("create"),
    edit: left("edit"),
    delete: left("delete"),
    viewAll: left("viewAll"),
    modifyAll: left("modifyAll") && left("viewAll"),
  };
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
