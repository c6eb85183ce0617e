import type { z } from 'zod';

/** Stored work that cannot be read; it stays where it is. */
export class UnreadableWorkError extends Error {
  override readonly name = 'UnreadableWorkError';
}

/** What was unpacked. Throws `UnreadableWorkError` whatever goes wrong on the way. */
export function understood<Unpacked>(unpack: () => Unpacked): Unpacked {
  try {
    return unpack();
  } catch (problem) {
    if (problem instanceof UnreadableWorkError) throw problem;
    throw new UnreadableWorkError(problem instanceof Error ? problem.message : String(problem), { cause: problem });
  }
}

/** A stored value of a known shape. Throws `UnreadableWorkError` where it has another. */
export function parsed<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UnreadableWorkError(`feltet «${issue?.path.join('.') ?? '?'}»: ${issue?.message ?? ''}`);
}
