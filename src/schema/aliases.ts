import { z } from 'zod';

/**
 * `content/aliases.yaml`: groups of names for the same thing, in the words of the field. A query that is one of them also
 * finds the others, and says so. No name stands in two groups. An empty file has no groups.
 */
export const aliasesSchema = z.preprocess(
  (value) => value ?? [],
  z
    .array(z.array(z.string().trim().min(1)).min(2, 'a group has two names at least'))
    .superRefine((groups, context) => {
      const seen = new Set<string>();
      groups.forEach((group, at) => {
        for (const name of group) {
          const key = name.toLowerCase();
          if (seen.has(key))
            context.addIssue({ code: 'custom', path: [at], message: `“${name}” stands twice` });
          seen.add(key);
        }
      });
    }),
);
