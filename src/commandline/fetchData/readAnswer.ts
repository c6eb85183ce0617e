import type { z } from 'zod';
import { FetchProblem } from './problem';

/**
 * Reads a body as JSON of a form. Text that is no JSON is a fault that may pass (it is cut, or a proxy's page); JSON of
 * another form is not: then the service has changed. Throws FetchProblem.
 * @param service Norwegian name, for messages
 */
export function jsonAnswer<Schema extends z.ZodType>(service: string, schema: Schema): (body: Uint8Array) => z.output<Schema> {
  return (body) => {
    let content: unknown;
    try {
      content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      throw new FetchProblem(`${service} svarte med noe som ikke er hel og gyldig JSON.`, { isPassing: true });
    }
    const parsed = schema.safeParse(content);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new FetchProblem(
      `${service} svarer på en annen måte enn ventet (felt «${issue?.path.join('.') ?? ''}»). Tjenesten kan være endret; meld fra om det.`,
    );
  };
}
