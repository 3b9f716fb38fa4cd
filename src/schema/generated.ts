import { z } from 'zod';

/** `content/reports/<id>/generated.yaml`: path of a file that ingest wrote → first 16 hexadecimal digits of its SHA-256. */
export const generatedSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/u));
