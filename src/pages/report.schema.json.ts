/** The JSON Schema of every `report.json`. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { reportFileSchema } from '../schema/report-file.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(z.toJSONSchema(reportFileSchema, { reused: 'ref' }), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  });
