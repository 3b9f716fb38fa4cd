import { z } from 'zod';

/**
 * The keys that a schema knows at a path of the value: for the sentence about one that it does not know.
 * @returns none where the schema has no object there, or several forms of one
 */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let inner: z.core.$ZodType | undefined = withoutWrapping(schema);
  for (const part of path) {
    if (inner instanceof z.ZodObject) inner = (inner.shape as Record<PropertyKey, z.ZodType>)[part];
    else if (inner instanceof z.ZodArray) inner = inner.element;
    else if (inner instanceof z.ZodRecord) inner = inner.valueType;
    else return [];
    inner = inner && withoutWrapping(inner);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape as object) : [];
}

/** `.optional()`, `.default()` and `z.preprocess()` are schemas around the one that is meant. */
function withoutWrapping(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return withoutWrapping(schema.def.innerType);
  return schema instanceof z.ZodPipe ? withoutWrapping(schema.def.out) : schema;
}
