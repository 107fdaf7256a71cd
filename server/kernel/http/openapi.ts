import { z } from 'zod';
import type { AnyEndpoint } from '#contract/define.ts';

type Json = Record<string, unknown>;

const problem = {
  type: 'object',
  description: 'A refusal (RFC 9457). `code` is stable, `detail` is a Chinese sentence for people.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    fields: {
      type: 'array',
      description: 'With `input.invalid`: each field that is wrong.',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const uploadBody = {
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    },
  },
};

/** The contract as OpenAPI 3.1: records with an id become components, everything else stands inline. */
export function openApi(endpoints: readonly AnyEndpoint[], version: string): Json {
  const components: Json = { Problem: problem };
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jia 家力量',
      version,
      description:
        'Programs sign in like people and send the session as `Authorization: Bearer <token>`. Every write carries an `Idempotency-Key`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'jia' },
      },
    },
  };
}

function operation(endpoint: AnyEndpoint, components: Json): Json {
  const [module] = endpoint.name.split('.');
  return {
    operationId: endpoint.name,
    tags: [module],
    summary: endpoint.summary,
    description: `Access: \`${endpoint.access}\`.`,
    security: endpoint.access === 'public' ? [] : [{ session: [] }, { cookie: [] }],
    parameters: [
      ...fieldParameters(endpoint.params, 'path', components),
      ...fieldParameters(endpoint.query, 'query', components),
      ...(endpoint.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', minLength: 8, maxLength: 100 },
            },
          ]
        : []),
    ],
    ...requestBody(endpoint, components),
    responses: {
      200: { description: 'Done.', content: answerContent(endpoint, components) },
      default: {
        description: 'A refusal.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function fieldParameters(fields: z.ZodObject, place: 'path' | 'query', components: Json): Json[] {
  const schema = jsonSchema(fields, 'input', components) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: property,
    ...(property.description ? { description: property.description } : {}),
  }));
}

function requestBody(endpoint: AnyEndpoint, components: Json): Json {
  if (endpoint.kind === 'upload') return { requestBody: uploadBody };
  if (endpoint.method === 'GET') return {};
  return {
    requestBody: {
      content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input', components) } },
    },
  };
}

function answerContent(endpoint: AnyEndpoint, components: Json): Json {
  if (endpoint.kind === 'stream') return { 'application/octet-stream': {} };
  const mediaType = endpoint.kind === 'live' ? 'text/event-stream' : 'application/json';
  return { [mediaType]: { schema: jsonSchema(endpoint.output, 'output', components) } };
}

/** JSON Schema 2020-12 of a zod schema; its named parts move to the components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json & {
    $defs?: Json;
  };
  const text = JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/');
  for (const [name, part] of Object.entries($defs ?? {})) {
    components[name] = JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/'));
  }
  const own = z.globalRegistry.get(schema)?.id;
  const parsed = JSON.parse(text) as Json;
  if (!own) return parsed;
  const { id: _id, ...body } = parsed;
  components[own] = body;
  return { $ref: `#/components/schemas/${own}` };
}
