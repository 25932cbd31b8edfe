import apex.common.base.Initializer;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The objects and fields of the org the code is compiled for, read from a tab-separated file:
 * {@code # object}, then its fields {@code name, Apex type, objects it refers to, relationship name,
 * whether records are found by it} and its child relationships {@code @ relationship name, child object}.
 */
final class OrgSchema {
  record Field(
      String name,
      String apexType,
      List<String> referenceTo,
      String relationshipName,
      boolean isIdLookup) {}

  record ChildRelationship(String name, String childObject) {}

  private static final class SObject {
    final String name;
    final String kind;
    final List<Field> fields = new ArrayList<>();
    final List<ChildRelationship> children = new ArrayList<>();

    SObject(String name, String kind) {
      this.name = name;
      this.kind = kind;
    }
  }

  private static final Map<String, TypeInfo> APEX_TYPES =
      Map.ofEntries(
          Map.entry("Id", TypeInfos.ID),
          Map.entry("String", TypeInfos.STRING),
          Map.entry("Boolean", TypeInfos.BOOLEAN),
          Map.entry("Integer", TypeInfos.INTEGER),
          Map.entry("Long", TypeInfos.LONG),
          Map.entry("Double", TypeInfos.DOUBLE),
          Map.entry("Decimal", TypeInfos.DECIMAL),
          Map.entry("Date", TypeInfos.DATE),
          Map.entry("Datetime", TypeInfos.DATE_TIME),
          Map.entry("Time", TypeInfos.TIME),
          Map.entry("Blob", TypeInfos.BLOB));

  private final Map<String, SObject> objects = new HashMap<>();
  private final Map<String, SObjectTypeInfo> types = new HashMap<>();

  OrgSchema(Path file) throws IOException {
    SObject current = null;
    for (String line : Files.readAllLines(file)) {
      String[] part = line.split("\t", -1);
      switch (part[0]) {
        case "#":
          current = new SObject(part[1], part[2]);
          objects.put(lower(part[1]), current);
          break;
        case "@":
          current.children.add(new ChildRelationship(part[1], part[2]));
          break;
        default:
          current.fields.add(
              new Field(
                  part[0],
                  part[1],
                  part[2].isEmpty() ? List.of() : List.of(part[2].split(",")),
                  part[3],
                  part[4].equals("true")));
      }
    }
  }

  boolean hasObject(String name) {
    return objects.containsKey(lower(name));
  }

  /** Null for a name that is no object of the org. */
  SObjectTypeInfo type(String asked) {
    String key = lower(asked);
    if (key.startsWith("schema.")) key = key.substring("schema.".length());
    SObject object = objects.get(key);
    if (object == null) return null;
    SObjectTypeInfo known = types.get(key);
    if (known != null) return known;
    SObjectTypeInfo.Builder builder = SObjectTypeInfo.builder();
    builder.setNamespace(Namespaces.EMPTY);
    builder.setApexName(object.name);
    builder.setBytecodeName(object.name);
    builder.setMetadata(metadata(object));
    String name = key;
    builder.setFields(
        (Initializer<FieldTable, TypeInfo>) owner -> new SObjectFields(this, owner, name));
    SObjectTypeInfo type = builder.build();
    types.put(key, type);
    return type;
  }

  List<Field> fieldsOf(String key) {
    return objects.get(key).fields;
  }

  List<ChildRelationship> childrenOf(String key) {
    return objects.get(key).children;
  }

  /** The type of the parent record a lookup leads to; a lookup to several objects leads to the fields of Name. */
  TypeInfo parentType(Field lookup) {
    if (lookup.relationshipName().isEmpty() || lookup.referenceTo().isEmpty()) return null;
    TypeInfo name = lookup.referenceTo().size() > 1 ? type("Name") : null;
    return name != null ? name : type(lookup.referenceTo().get(0));
  }

  static SObjectFieldInfo field(
      TypeInfo owner, String name, TypeInfo type, SObjectFieldInfo.Category category) {
    SObjectFieldInfo.Builder builder = SObjectFieldInfo.builder();
    builder.setName(name);
    builder.setModifiers(ModifierGroups.ONLY_GLOBAL);
    builder.setDefiningType(owner);
    builder.setType(type);
    builder.setCategory(category);
    if (category == SObjectFieldInfo.Category.REGULAR) builder.setColumnInfo(true);
    if (name.equals("Id")) builder.setPrimaryKey(true);
    return (SObjectFieldInfo) builder.build();
  }

  static TypeInfo apexType(String name) {
    return APEX_TYPES.getOrDefault(name, TypeInfos.OBJECT);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static SObjectMetadata metadata(SObject object) {
    String key = lower(object.name);
    SObjectMetadata.Builder builder = SObjectMetadata.builder();
    builder.setSupportedDml(supportedDml(key));
    builder.setTriggerable(true);
    builder.setEditable(true);
    builder.setPlatformEvent(key.endsWith("__e"));
    builder.setCustomizableSetupEntity(false);
    builder.setLookupFieldPredicate(
        (field, type) ->
            object.fields.stream()
                .anyMatch(known -> known.isIdLookup() && known.name().equalsIgnoreCase(field)));
    builder.setAccessibleWhenUntrustedCalculator(type -> true);
    builder.setCustomEntitySObjectType(customEntityType(object));
    return builder.build();
  }

  /** Which of {@code getAll}, {@code getInstance}, {@code getOrgDefaults} and {@code getValues} it has. */
  private static SObjectMetadata.CustomEntitySObjectType customEntityType(SObject object) {
    switch (object.kind) {
      case "hierarchyCustomSetting":
        return SObjectMetadata.CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING;
      case "listCustomSetting":
        return SObjectMetadata.CustomEntitySObjectType.LIST_CUSTOM_SETTING;
      default:
        return lower(object.name).endsWith("__mdt")
            ? SObjectMetadata.CustomEntitySObjectType.CUSTOM_METADATA_TYPE
            : SObjectMetadata.CustomEntitySObjectType.OTHER;
    }
  }

  /** Custom metadata is deployed, not saved; an event is published and never changed. */
  private static EnumSet<DmlOperation> supportedDml(String key) {
    if (key.endsWith("__mdt")) return EnumSet.noneOf(DmlOperation.class);
    return key.endsWith("__e") ? EnumSet.of(DmlOperation.INSERT) : EnumSet.allOf(DmlOperation.class);
  }
}
